package dev.quartermaster.cache.catalog;

import dev.quartermaster.cache.shared.EmbeddedRedis;
import dev.quartermaster.cache.shared.Node;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.catalog.InMemoryProducts;
import dev.quartermaster.testkit.catalog.ProductsContract;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The products keep their promises with the cache before them. */
final class CachedProductsContractTest extends ProductsContract {
  private static final EmbeddedRedis REDIS = new EmbeddedRedis();

  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final ShopNode node =
      new ShopNode(REDIS.address(), new InMemoryProducts(unitOfWork), unitOfWork, Node.PATIENT);

  @BeforeAll
  static void startRedis() {
    REDIS.start();
  }

  @AfterAll
  static void stopRedis() {
    REDIS.close();
  }

  @BeforeEach
  void setUp() {
    node.awaitUp();
  }

  @AfterEach
  void tearDown() {
    node.close();
  }

  @Override
  protected Products products() {
    return node.products();
  }

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }
}
