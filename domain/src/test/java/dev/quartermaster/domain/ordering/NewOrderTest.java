package dev.quartermaster.domain.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewOrderTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final ProductId PRODUCT = new ProductId(UUID.randomUUID());
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Currency USD = Currency.getInstance("USD");

  @Property
  void costsWhatItsLinesCostTogether(
      @ForAll @Size(min = 1, max = 50) List<@IntRange(min = 1, max = 1_000) Integer> quantities) {
    List<OrderLine> lines = quantities.stream().map(quantity -> line(quantity, 250, EUR)).toList();
    assertThat(order(lines).total())
        .isEqualTo(new Money(250L * quantities.stream().mapToInt(each -> each).sum(), EUR));
  }

  @Test
  void theLargestOrderOfTheDearestProductStillHasATotal() {
    OrderLine line = line(OrderLine.MAX_QUANTITY, Money.MAX_PRICE, EUR);
    assertThat(order(Collections.nCopies(NewOrder.MAX_LINES, line)).total().amount())
        .isEqualTo(1_000_000_000_000_000_000L);
  }

  @Test
  void hasOneToAThousandLines() {
    OrderLine line = line(1, 1, EUR);
    assertThat(order(Collections.nCopies(1_000, line)).lines()).hasSize(1_000);
    assertRefused("items", () -> order(List.of()));
    assertRefused("items", () -> order(Collections.nCopies(1_001, line)));
  }

  @Test
  void hasOneCurrency() {
    assertRefused("items", () -> order(List.of(line(1, 1, EUR), line(1, 1, USD))));
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 100_001, Integer.MAX_VALUE})
  void aLineHasOneToAHundredThousandPieces(int quantity) {
    assertRefused("quantity", () -> line(quantity, 1, EUR));
  }

  @Test
  void copiesItsLines() {
    List<OrderLine> lines = new ArrayList<>(List.of(line(1, 1, EUR)));
    NewOrder order = order(lines);
    lines.clear();
    assertThat(order.lines()).hasSize(1);
  }

  private static NewOrder order(List<OrderLine> lines) {
    return new NewOrder(
        new OrderId(UUID.randomUUID()), new UserId(UUID.randomUUID()), lines, NOW, "user:1");
  }

  private static OrderLine line(int quantity, long cents, Currency currency) {
    return new OrderLine(PRODUCT, "mug", "Mug", quantity, new Money(cents, currency));
  }

  private static void assertRefused(String field, Runnable attempt) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(attempt::run)
        .satisfies(
            refusal ->
                assertThat(refusal.fieldErrors())
                    .extracting(FieldError::field)
                    .containsExactly(field));
  }
}
