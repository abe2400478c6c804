package dev.quartermaster.domain.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.shared.ErrorKind;
import dev.quartermaster.domain.shared.FieldError;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InsufficientStockTest {
  private final ProductId mug = new ProductId(UUID.randomUUID());
  private final Shortage first = new Shortage("items[0].quantity", mug, 5, 3);
  private final Shortage second = new Shortage("items[2].quantity", mug, 1, 0);

  @Test
  void namesEachWishThatCouldNotBeMet() {
    InsufficientStock refusal = new InsufficientStock(List.of(first, second));
    assertThat(refusal.shortages()).containsExactly(first, second);
    assertThat(refusal.fieldErrors())
        .containsExactly(
            new FieldError("items[0].quantity", "asks for 5, but only 3 are available"),
            new FieldError("items[2].quantity", "asks for 1, but only 0 are available"));
    assertThat(refusal.kind()).isEqualTo(ErrorKind.CONFLICT);
    assertThat(refusal.code()).isEqualTo("insufficient-stock");
  }

  @Test
  void aSingleShortageNamesTheProduct() {
    assertThat(new InsufficientStock(List.of(first)).detail()).contains(mug.toString());
  }
}
