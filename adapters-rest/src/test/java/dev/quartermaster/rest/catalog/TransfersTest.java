package dev.quartermaster.rest.catalog;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.quartermaster.domain.shared.Unavailable;
import org.junit.jupiter.api.Test;

class TransfersTest {
  private final Transfers transfers = new Transfers(2);

  @Test
  void thereIsRoomForSoManyAtOnce() {
    transfers.checkRoom();
    transfers.run(
        () -> {
          transfers.checkRoom();
          return transfers.run(
              () -> {
                assertThatExceptionOfType(Unavailable.class).isThrownBy(transfers::checkRoom);
                return true;
              });
        });
    assertThatNoException().isThrownBy(transfers::checkRoom);
  }

  @Test
  void oneThatFailsMakesRoom() {
    for (int time = 0; time < 3; time++) {
      assertThatIllegalStateException()
          .isThrownBy(
              () ->
                  transfers.run(
                      () -> {
                        throw new IllegalStateException("a defect, told for the test");
                      }));
    }
    assertThatNoException().isThrownBy(transfers::checkRoom);
  }
}
