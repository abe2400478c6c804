package dev.quartermaster.cache.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.cache.shared.CacheLink;
import dev.quartermaster.cache.shared.LinkTiming;
import dev.quartermaster.cache.shared.Node;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.shared.UnitOfWork;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A node of the application, as far as it caches the catalogue. */
final class ShopNode implements AutoCloseable {
  private static final List<String> PLACES =
      List.of("near", "stale", "negative", "joined", "redis", "miss", "bypass");

  private final Node node;
  private final CacheLink link;
  private final CachedProducts products;

  ShopNode(String redisAddress, Products database, UnitOfWork unitOfWork, LinkTiming timing) {
    this.node = new Node(redisAddress);
    this.link = new CacheLink(node.vertx(), node.redis(), node.registry(), timing);
    this.products =
        new CachedProducts(database, new ProductCache(link, node.registry()), unitOfWork);
    link.start(new StartupEvent());
  }

  Products products() {
    return products;
  }

  Optional<Product> find(ProductId id) {
    return products.find(id);
  }

  /** Looks for the product, and tells where the look was answered. */
  String whereAnswered(ProductId id) {
    return whereAnswered("products", () -> find(id));
  }

  /** Reads through a cache, and tells where that was answered. */
  String whereAnswered(String cache, Runnable read) {
    List<Double> before = answered(cache);
    read.run();
    List<Double> after = answered(cache);
    List<String> places =
        IntStream.range(0, PLACES.size())
            .filter(place -> after.get(place) > before.get(place))
            .mapToObj(PLACES::get)
            .toList();
    assertThat(places).hasSize(1);
    return places.getFirst();
  }

  private List<Double> answered(String cache) {
    return PLACES.stream()
        .map(place -> node.count("quartermaster.cache.requests", "cache", cache, "result", place))
        .toList();
  }

  /** Takes Redis away from it for good, as if it died. */
  void disconnect() {
    link.stop(new ShutdownEvent());
    awaitDown();
  }

  void awaitUp() {
    Node.await(this::isUp);
  }

  void awaitDown() {
    Node.await(() -> !isUp());
  }

  private boolean isUp() {
    return node.is("quartermaster.cache.up");
  }

  @Override
  public void close() {
    link.stop(new ShutdownEvent());
    node.close();
  }
}
