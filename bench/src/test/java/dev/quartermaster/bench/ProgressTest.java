package dev.quartermaster.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
  @Test
  void theBarFillsWithTheWork() {
    assertThat(Progress.line("orders", 362, 724, Duration.ofSeconds(9)))
        .isEqualTo("orders           [###############...............] 362/724  40/s  9 s");
  }

  @Test
  void noWorkIsDoneFromTheStart() {
    assertThat(Progress.line("orders", 0, 0, Duration.ZERO))
        .isEqualTo("orders           [##############################] 0/0  0/s  0 s");
  }
}
