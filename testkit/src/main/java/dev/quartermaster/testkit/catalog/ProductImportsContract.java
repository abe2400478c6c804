package dev.quartermaster.testkit.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.catalog.AttributeValue;
import dev.quartermaster.domain.catalog.ImportId;
import dev.quartermaster.domain.catalog.ImportLine;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductImports;
import dev.quartermaster.domain.catalog.ProductStatus;
import dev.quartermaster.domain.catalog.Sku;
import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.PortContract;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What {@link ProductImports} promise. */
public abstract class ProductImportsContract extends PortContract {
  /** Before anything else that the store may hold. */
  private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06Z");

  /** The port under test. */
  protected abstract ProductImports imports();

  @Test
  void givesLinesAsTheyWereReceived() {
    ImportLine odd =
        new ImportLine.Accepted(
            7,
            new Product.Details(
                new Sku("a/b_c-1"),
                "Crème brûlée-Schälchen „Größe 2“ 🍮",
                "Zeile eins\nline 'two'; \"quoted\" \\ {}",
                Optional.empty(),
                new Money(Money.MAX_PRICE, Currency.getInstance("JPY")),
                Map.of(
                    "weight", new AttributeValue.Numeric(new BigDecimal("12.5")),
                    "number as text", new AttributeValue.Text("12.5"),
                    "oven-proof", new AttributeValue.Flag(true)),
                ProductStatus.DRAFT));
    ImportLine broken =
        new ImportLine.Rejected(
            9,
            List.of(
                new FieldError("name", "must be “given”"),
                new FieldError("price.amount", "must not be negative")));
    ImportId id = received(List.of(odd, broken));
    assertThat(take(id)).containsExactly(odd, broken);
    assertThat(take(id)).isEmpty();
  }

  @Test
  void givesPartsInTheirOrder() {
    ImportId id = received(lines(1, ProductImports.MAX_PART), lines(501, 2), lines(503, 1));
    assertThat(take(id)).isEqualTo(lines(1, ProductImports.MAX_PART));
    assertThat(take(id)).isEqualTo(lines(501, 2));
    assertThat(take(id)).isEqualTo(lines(503, 1));
    assertThat(take(id)).isEmpty();
  }

  @Test
  void isClaimedOnce() {
    ImportId id = received(lines(1, 3), lines(4, 2));
    assertThat(claim(id)).hasValue(5);
    assertThat(claim(id)).isEmpty();
    assertThat(claim(new ImportId(IDENTIFIERS.next()))).isEmpty();
    ImportId raced = received(lines(1, 1));
    assertThat(Concurrently.inThreads(THREADS, () -> claim(raced)))
        .containsOnlyOnce(OptionalLong.of(1));
  }

  @Test
  void aPartWhoseTakingIsRolledBackIsTheNextAgain() {
    ImportId id = received(lines(1, 2), lines(3, 2));
    rollBack(() -> assertThat(imports().take(id)).isEqualTo(lines(1, 2)));
    assertThat(take(id)).isEqualTo(lines(1, 2));
  }

  @Test
  void discardLeavesNothing() {
    ImportId id = received(lines(1, 2));
    ImportId other = received(lines(1, 1));
    inTransaction(() -> imports().discard(id));
    assertThat(take(id)).isEmpty();
    assertThat(claim(id)).isEmpty();
    assertThat(take(other)).hasSize(1);
  }

  @Test
  void forgetsWhatNobodyClaimed() {
    ImportId abandoned = receivedAt(LONG_AGO);
    ImportId claimed = receivedAt(LONG_AGO);
    assertThat(claim(claimed)).isPresent();
    ImportId fresh = receivedAt(NOW);
    assertThat(inTransaction(() -> imports().forgetAbandoned(LONG_AGO.plusSeconds(1), 10)))
        .isEqualTo(1);
    assertThat(take(abandoned)).isEmpty();
    assertThat(take(claimed)).hasSize(1);
    assertThat(take(fresh)).hasSize(1);
  }

  @Test
  void forgetsNoMoreThanItIsTold() {
    receivedAt(LONG_AGO);
    receivedAt(LONG_AGO);
    assertThat(inTransaction(() -> imports().forgetAbandoned(LONG_AGO.plusSeconds(1), 1)))
        .isEqualTo(1);
    assertThat(inTransaction(() -> imports().forgetAbandoned(LONG_AGO.plusSeconds(1), 10)))
        .isEqualTo(1);
  }

  @SafeVarargs
  private ImportId received(List<ImportLine>... parts) {
    ImportId id = new ImportId(IDENTIFIERS.next());
    inTransaction(() -> imports().open(id, NOW));
    for (List<ImportLine> part : parts) {
      inTransaction(() -> imports().append(id, part));
    }
    return id;
  }

  private ImportId receivedAt(Instant at) {
    ImportId id = new ImportId(IDENTIFIERS.next());
    inTransaction(
        () -> {
          imports().open(id, at);
          imports().append(id, lines(1, 1));
        });
    return id;
  }

  private List<ImportLine> take(ImportId id) {
    return inTransaction(() -> imports().take(id));
  }

  private OptionalLong claim(ImportId id) {
    return inTransaction(() -> imports().claim(id));
  }

  private static List<ImportLine> lines(long first, int number) {
    return LongStream.range(first, first + number)
        .<ImportLine>mapToObj(line -> new ImportLine.Accepted(line, Articles.mug("line-" + line)))
        .toList();
  }
}
