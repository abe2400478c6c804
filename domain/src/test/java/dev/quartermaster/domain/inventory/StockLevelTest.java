package dev.quartermaster.domain.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.quartermaster.domain.catalog.ProductId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class StockLevelTest {
  private static final ProductId PRODUCT = new ProductId(UUID.randomUUID());

  @Property
  void keepsEveryPromise(
      @ForAll @LongRange(min = -20, max = 20) long onHand,
      @ForAll @LongRange(min = -20, max = 20) long reserved) {
    if (0 <= reserved && reserved <= onHand) {
      StockLevel level = new StockLevel(PRODUCT, onHand, reserved);
      assertThat(level.available()).isEqualTo(onHand - reserved).isNotNegative();
    } else {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new StockLevel(PRODUCT, onHand, reserved));
    }
  }

  @Property
  void allowsJustTheChangesThatLeaveAPossibleLevel(
      @ForAll @LongRange(min = 0, max = 20) long available,
      @ForAll @LongRange(min = 0, max = 20) long reserved,
      @ForAll @LongRange(min = -50, max = 50) long delta) {
    StockLevel level = new StockLevel(PRODUCT, available + reserved, reserved);
    if (level.allowsChangeOf(delta)) {
      assertThat(level.after(movement(delta, 0)).available()).isEqualTo(available + delta);
    } else {
      assertThatIllegalArgumentException().isThrownBy(() -> level.after(movement(delta, 0)));
    }
  }

  @Property
  void noChangeIsTooLargeToBeJudged(
      @ForAll @LongRange(min = 0, max = StockLevel.MAX_ON_HAND) long available,
      @ForAll long delta) {
    StockLevel level = new StockLevel(PRODUCT, available, 0);
    assertThat(level.allowsChangeOf(delta)).isEqualTo(delta >= -available);
  }

  @Test
  void movementsOfOrdersLeaveTheStockOnHand() {
    StockLevel level = new StockLevel(PRODUCT, 10, 2).after(movement(0, 3));
    assertThat(level).isEqualTo(new StockLevel(PRODUCT, 10, 5));
    assertThat(level.after(movement(0, -5))).isEqualTo(new StockLevel(PRODUCT, 10, 0));
  }

  @Test
  void aProductThatNeverHadStockHasNone() {
    assertThat(StockLevel.none(PRODUCT)).isEqualTo(new StockLevel(PRODUCT, 0, 0));
  }

  private static StockMovement movement(long onHandDelta, long reservedDelta) {
    return new StockMovement(
        UUID.randomUUID(),
        PRODUCT,
        StockMovement.Kind.ADJUSTMENT,
        onHandDelta,
        reservedDelta,
        "counted",
        Optional.empty(),
        "user:1",
        Instant.EPOCH);
  }
}
