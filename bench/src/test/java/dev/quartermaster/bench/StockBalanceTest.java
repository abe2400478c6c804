package dev.quartermaster.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StockBalanceTest {
  @Test
  void allPiecesAreAccountedFor() {
    assertThat(new StockBalance("A", 5, 100, 3, 98, 10).difference()).isZero();
  }

  @Test
  void missingPiecesArePositive() {
    assertThat(new StockBalance("A", 5, 100, 0, 98, 6).difference()).isEqualTo(1);
  }

  @Test
  void surplusPiecesAreNegative() {
    assertThat(new StockBalance("A", 5, 100, 0, 98, 9).difference()).isEqualTo(-2);
  }

  @Test
  void itReadsAsASum() {
    assertThat(new StockBalance("22423", 5, 100, 2, 98, 8))
        .hasToString("22423: 5 before + 100 laid in + 2 returned - 98 sold is not 8");
  }
}
