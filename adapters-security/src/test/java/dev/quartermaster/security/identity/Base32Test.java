package dev.quartermaster.security.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class Base32Test {

  @Test
  void writesWhatOthersRead() {
    assertThat(Base32.encode("12345678901234567890".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThat(Base32.encode(new byte[0])).isEmpty();
  }

  @Test
  void readsWhatItWrote() {
    Random random = new Random(1);
    for (int groups = 0; groups < 50; groups++) {
      byte[] bytes = new byte[5 * groups];
      random.nextBytes(bytes);
      assertThat(Base32.decode(Base32.encode(bytes))).isEqualTo(bytes);
    }
  }

  @Test
  void refusesOtherTexts() {
    assertThat(List.of("A", "AAAAAAA", "AAAAAAA1", "aaaaaaaa", "AAAAAAA="))
        .allSatisfy(
            text ->
                assertThatThrownBy(() -> Base32.decode(text))
                    .isInstanceOf(IllegalArgumentException.class));
    assertThatThrownBy(() -> Base32.encode(new byte[1]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
