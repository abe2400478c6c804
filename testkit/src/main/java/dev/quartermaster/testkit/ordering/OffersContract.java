package dev.quartermaster.testkit.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.ProductStatus;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.ordering.Offer;
import dev.quartermaster.domain.ordering.Offers;
import dev.quartermaster.testkit.catalog.Articles;
import dev.quartermaster.testkit.shared.PortContract;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link Offers} promise. */
public abstract class OffersContract extends PortContract {

  /** The port under test. */
  protected abstract Offers offers();

  /** The catalogue that is offered. */
  protected abstract Products catalogue();

  @Test
  void offersProductsThatAreForSale() {
    Product first = added(ProductStatus.ACTIVE);
    Product second = added(ProductStatus.ACTIVE);
    added(ProductStatus.ACTIVE);
    assertThat(offers().of(Set.of(first.id(), second.id())))
        .containsExactlyInAnyOrder(offer(first), offer(second));
  }

  @Test
  void offersNothingElse() {
    Product deleted = added(ProductStatus.ACTIVE);
    inTransaction(() -> catalogue().delete(deleted.id(), NOW));
    assertThat(
            offers()
                .of(
                    Set.of(
                        added(ProductStatus.DRAFT).id(),
                        added(ProductStatus.ARCHIVED).id(),
                        deleted.id(),
                        new ProductId(IDENTIFIERS.next()))))
        .isEmpty();
    assertThat(offers().of(Set.of())).isEmpty();
  }

  @Test
  void offersAProductAtItsPriceOfNow() {
    Product product = added(ProductStatus.ACTIVE);
    assertThat(offers().of(Set.of(product.id()))).containsExactly(offer(product));
    Product dearer = product.edited(Articles.at(product.details(), 99_900), NOW);
    inTransaction(() -> catalogue().update(dearer));
    assertThat(offers().of(Set.of(product.id()))).containsExactly(offer(dearer));
  }

  private Product added(ProductStatus status) {
    Product product =
        Articles.product(
            IDENTIFIERS, Articles.inStatus(Articles.mug("sku-" + unique()), status), NOW);
    inTransaction(() -> catalogue().add(product));
    return product;
  }

  private static Offer offer(Product product) {
    return new Offer(product.id(), product.sku().value(), product.name(), product.price());
  }
}
