package dev.quartermaster.contract.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quartermaster.client.ApiClient;
import dev.quartermaster.client.ApiException;
import dev.quartermaster.client.api.OrdersApi;
import dev.quartermaster.client.api.ProductsApi;
import dev.quartermaster.client.api.SessionsApi;
import dev.quartermaster.client.api.UsersApi;
import dev.quartermaster.client.model.LogInRequest;
import dev.quartermaster.client.model.Order;
import dev.quartermaster.client.model.PlaceOrderItem;
import dev.quartermaster.client.model.PlaceOrderRequest;
import dev.quartermaster.client.model.Product;
import dev.quartermaster.client.model.SignUpRequest;
import dev.quartermaster.client.model.User;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that are made from the description sign up, log in and place an order. */
class GeneratedClientsTest {
  private static final String PASSWORD = "correct-horse-battery";
  private static final Path TYPESCRIPT = Path.of("..", "target", "typescript", "order.js");

  @TempDir static Path home;
  private static RunningShop shop;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    shop = RunningShop.start(home);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    shop.close();
  }

  @Test
  void theJavaClientPlacesAnOrder() throws ApiException {
    ApiClient client = new ApiClient();
    client.updateBaseUri(shop.address().toString());
    String email = "java-" + UUID.randomUUID() + "@example.com";
    User user =
        new UsersApi(client)
            .signUp(new SignUpRequest().name("Ada Lovelace").email(email).password(PASSWORD), null);
    String token =
        new SessionsApi(client)
            .logIn(new LogInRequest().email(email).password(PASSWORD))
            .getToken();
    client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));

    Product product = product(client);
    OrdersApi orders = new OrdersApi(client);
    String key = UUID.randomUUID().toString();
    Order order = orders.placeOrder(orderOf(product), key);

    assertThat(order.getCustomerId()).isEqualTo(user.getId());
    assertThat(order.getStatus()).isEqualTo(Order.StatusEnum.PENDING_PAYMENT);
    assertThat(order.getTotal()).isEqualTo(product.getPrice());
    assertThat(orders.placeOrder(orderOf(product), key)).isEqualTo(order);
    ApiException refusal =
        catchThrowableOfType(
            ApiException.class,
            () ->
                orders.getOrder(
                    OrdersApi.APIGetOrderRequest.newBuilder().id(user.getId()).build()));
    assertThat(refusal.getCode()).isEqualTo(404);
    assertThat(refusal.getResponseBody()).contains("\"code\":\"not-found\"");
  }

  @Test
  void theTypeScriptClientPlacesAnOrder() throws IOException, InterruptedException {
    ProcessBuilder node = new ProcessBuilder("node", TYPESCRIPT.toString()).inheritIO();
    node.environment().put("SHOP", shop.address().toString());
    Process client = node.start();

    assertThat(client.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(client.exitValue()).isZero();
  }

  private static Product product(ApiClient client) throws ApiException {
    return new ProductsApi(client)
        .listProducts(ProductsApi.APIListProductsRequest.newBuilder().limit(1).sort("-sku").build())
        .getData()
        .getFirst();
  }

  private static PlaceOrderRequest orderOf(Product product) {
    return new PlaceOrderRequest()
        .addItemsItem(new PlaceOrderItem().productId(product.getId()).quantity(1));
  }
}
