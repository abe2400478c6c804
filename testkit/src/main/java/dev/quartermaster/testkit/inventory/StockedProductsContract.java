package dev.quartermaster.testkit.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.ProductStatus;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.inventory.StockedProducts;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.testkit.catalog.Articles;
import dev.quartermaster.testkit.shared.Actors;
import dev.quartermaster.testkit.shared.PortContract;
import org.junit.jupiter.api.Test;

/** What {@link StockedProducts} promise. */
public abstract class StockedProductsContract extends PortContract {

  /** The port under test. */
  protected abstract StockedProducts stockedProducts();

  /** The catalogue that it tells about. */
  protected abstract Products catalogue();

  @Test
  void knowsProductsOfEveryStatus() {
    for (ProductStatus status : ProductStatus.values()) {
      assertThat(stockedProducts().exists(added(status).id())).as("%s", status).isTrue();
    }
  }

  @Test
  void showsToAllWhatIsForSale() {
    for (ProductStatus status : ProductStatus.values()) {
      Product product = added(status);
      assertThat(stockedProducts().isShown(product.id(), Actors.anonymous()))
          .as("%s", status)
          .isEqualTo(product.isForSale());
    }
  }

  @Test
  void showsTheRestToWhoKeepsTheCatalogue() {
    for (ProductStatus status : ProductStatus.values()) {
      assertThat(
              stockedProducts().isShown(added(status).id(), Actors.with(Permission.CATALOG_WRITE)))
          .as("%s", status)
          .isTrue();
    }
  }

  @Test
  void knowsNoOthers() {
    ProductId unknown = new ProductId(IDENTIFIERS.next());
    assertThat(stockedProducts().exists(unknown)).isFalse();
    assertThat(stockedProducts().isShown(unknown, Actors.with(Permission.CATALOG_WRITE))).isFalse();
  }

  @Test
  void aDeletedProductExistsNoMore() {
    Product product = Articles.product(IDENTIFIERS, Articles.mug("sku-" + unique()), NOW);
    inTransaction(() -> catalogue().add(product));
    inTransaction(() -> catalogue().delete(product.id(), NOW));
    assertThat(stockedProducts().exists(product.id())).isFalse();
    assertThat(stockedProducts().isShown(product.id(), Actors.anonymous())).isFalse();
  }

  private Product added(ProductStatus status) {
    Product product =
        Articles.product(
            IDENTIFIERS, Articles.inStatus(Articles.mug("sku-" + unique()), status), NOW);
    inTransaction(() -> catalogue().add(product));
    return product;
  }
}
