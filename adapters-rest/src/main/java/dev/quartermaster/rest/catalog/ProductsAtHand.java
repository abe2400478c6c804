package dev.quartermaster.rest.catalog;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.quartermaster.application.catalog.GetProduct;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.rest.shared.Identifier;
import dev.quartermaster.rest.shared.PlainRead;
import dev.quartermaster.rest.shared.WrittenAnswer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers where they arrive, on the event loop, those reads of a product that nobody in particular
 * asks and that memory can answer: that is most of a shop's traffic. The answer is what {@link
 * ProductsResource#get} would give; whatever is out of the ordinary goes on to there.
 */
@Singleton
final class ProductsAtHand {
  private static final String PREFIX = ProductView.PATH + "/";
  private static final String TEMPLATE = PREFIX + "{id}";
  private static final int MAX_KEPT = 10_000;

  private final GetProduct getProduct;
  private final ObjectMapper json;

  /** By the very object that is shown: once memory has another version, that is another object. */
  private final Cache<Product, WrittenAnswer> answers =
      Caffeine.newBuilder().weakKeys().maximumSize(MAX_KEPT).build();

  ProductsAtHand(GetProduct getProduct, ObjectMapper json) {
    this.getProduct = getProduct;
    this.json = json;
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, PlainRead.PRIORITY);
  }

  void handle(RoutingContext context) {
    Optional<Product> found = atHand(context);
    if (found.isPresent()) {
      answers.get(found.get(), this::written).send(context, TEMPLATE);
    } else {
      context.next();
    }
  }

  private Optional<Product> atHand(RoutingContext context) {
    @Nullable String path = context.request().path();
    if (path == null || !path.startsWith(PREFIX) || !PlainRead.isOne(context.request())) {
      return Optional.empty();
    }
    return Identifier.parse(path.substring(PREFIX.length()))
        .flatMap(
            id ->
                getProduct.getAtHand(
                    new GetProduct.Query(new Actor.Anonymous(), new ProductId(id))));
  }

  private WrittenAnswer written(Product product) {
    return WrittenAnswer.of(ProductsResource.shown(product, new Actor.Anonymous()), json);
  }
}
