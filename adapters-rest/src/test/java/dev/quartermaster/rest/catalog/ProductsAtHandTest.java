package dev.quartermaster.rest.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.quartermaster.application.catalog.GetProduct;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.ProductStatus;
import dev.quartermaster.domain.catalog.Sku;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.domain.shared.NotFound;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** At a server where whatever is not answered at once is told that it was passed on. */
class ProductsAtHandTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");
  private static final int PASSED_ON = 599;

  private final Product mug =
      Product.create(
          new ProductId(UUID.fromString("01980f3c-6f4e-7cc0-8d3e-2f1f0a5b7c1d")),
          new Product.Details(
              new Sku("MUG-1"),
              "Mug",
              "",
              Optional.empty(),
              new Money(795, Currency.getInstance("EUR")),
              Map.of(),
              ProductStatus.ACTIVE),
          NOW);
  private final AtomicReference<Optional<Product>> remembered =
      new AtomicReference<>(Optional.of(mug));
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private HttpServer server;

  @BeforeEach
  void start() {
    Router router = Router.router(vertx);
    ProductsAtHand products =
        new ProductsAtHand(
            new Remembered(), new ObjectMapper().registerModule(new JavaTimeModule()));
    router.route().handler(products::handle);
    router.route().handler(context -> context.response().setStatusCode(PASSED_ON).end());
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "localhost")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  @AfterEach
  void stop() {
    client.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void aProductInMemoryIsShown() {
    HttpResponse<String> answer = sent(UnaryOperator.identity());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"sku\":\"MUG-1\"").doesNotContain("\"edit\"");
    assertThat(answer.headers().map())
        .containsEntry("content-type", List.of("application/json;charset=UTF-8"))
        .containsEntry("cache-control", List.of("no-cache"));
    assertThat(answer.headers().firstValue("etag").orElse("")).matches("\"1-[0-9a-f]{16}\"");
  }

  @Test
  void whatIsShownChangesWithTheProduct() {
    assertThat(sent(UnaryOperator.identity()).body()).contains("\"name\":\"Mug\"");
    remembered.set(
        Optional.of(
            mug.edited(
                new Product.Details(
                    mug.sku(),
                    "Cup",
                    mug.description(),
                    mug.category(),
                    mug.price(),
                    mug.attributes(),
                    mug.status()),
                NOW.plusSeconds(1))));
    HttpResponse<String> answer = sent(UnaryOperator.identity());
    assertThat(answer.body()).contains("\"name\":\"Cup\"");
    assertThat(answer.headers().firstValue("etag").orElse("")).startsWith("\"2-");
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization, Bearer x",
    "X-API-Key, x",
    "Cookie, quartermaster=x",
    "If-None-Match, \"1\"",
    "If-Modified-Since, 'Sun, 01 Mar 2026 10:15:30 GMT'",
    "Range, bytes=0-1",
    "Prefer, return=minimal",
    "Accept, application/xml",
    "X-Anything, x"
  })
  void whatMayChangeTheAnswerIsPassedOn(String name, String value) {
    assertThat(sent(request -> request.header(name, value)).statusCode()).isEqualTo(PASSED_ON);
  }

  @ParameterizedTest
  @CsvSource({
    "Accept, */*",
    "Accept, application/json",
    "Accept-Encoding, gzip",
    "User-Agent, Firefox",
    "X-Request-Id, x",
    "Content-Type, application/json"
  })
  void whatChangesNothingIsNotMinded(String name, String value) {
    assertThat(sent(request -> request.header(name, value)).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?fields=id", "/", "/stock", "x"})
  void otherAddressesArePassedOn(String rest) {
    URI address = URI.create(address() + rest);
    assertThat(sent(request -> request.uri(address)).statusCode()).isEqualTo(PASSED_ON);
  }

  @Test
  void otherMethodsArePassedOn() {
    assertThat(sent(HttpRequest.Builder::HEAD).statusCode()).isEqualTo(PASSED_ON);
    assertThat(sent(HttpRequest.Builder::DELETE).statusCode()).isEqualTo(PASSED_ON);
    assertThat(sent(request -> request.PUT(BodyPublishers.ofString("{}"))).statusCode())
        .isEqualTo(PASSED_ON);
  }

  @Test
  void whatIsNotInMemoryIsPassedOn() {
    remembered.set(Optional.empty());
    assertThat(sent(UnaryOperator.identity()).statusCode()).isEqualTo(PASSED_ON);
  }

  private HttpResponse<String> sent(UnaryOperator<HttpRequest.Builder> changes) {
    try {
      return client.send(
          changes.apply(HttpRequest.newBuilder(URI.create(address()))).build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String address() {
    return "http://localhost:" + server.actualPort() + ProductView.PATH + "/" + mug.id();
  }

  /** Knows no more than what is in memory. */
  private final class Remembered implements GetProduct {
    @Override
    public Product get(Query query) {
      throw new NotFound("product", query.productId());
    }

    @Override
    public Optional<Product> getAtHand(Query query) {
      assertThat(query.actor()).isEqualTo(new Actor.Anonymous());
      return remembered.get().filter(product -> product.id().equals(query.productId()));
    }
  }
}
