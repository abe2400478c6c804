package dev.quartermaster.architecture.extending.testkit.wishlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.architecture.extending.domain.wishlist.WishedProducts;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.testkit.catalog.Articles;
import dev.quartermaster.testkit.shared.PortContract;
import org.junit.jupiter.api.Test;

/** What {@link WishedProducts} promise. */
public abstract class WishedProductsContract extends PortContract {

  /** The port under test. */
  protected abstract WishedProducts products();

  /** The catalogue that it tells about. */
  protected abstract Products catalogue();

  @Test
  void knowsProductsOfTheCatalogue() {
    Product product = Articles.product(IDENTIFIERS, Articles.mug("sku-" + unique()), NOW);
    inTransaction(() -> catalogue().add(product));
    assertThat(products().exists(product.id())).isTrue();
  }

  @Test
  void knowsNoOthers() {
    assertThat(products().exists(new ProductId(IDENTIFIERS.next()))).isFalse();
  }
}
