package dev.quartermaster.bootstrap.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one database and one Redis are one shop. */
class TwoNodesIT {
  @TempDir private static Path home;
  private static RunningNode one;
  private static RunningNode other;

  @BeforeAll
  static void start() throws Exception {
    one = RunningNode.start(home.resolve("one"));
    other = RunningNode.start(home.resolve("other"), one.data().settingsOfAnotherNode());
  }

  @AfterAll
  static void end() throws Exception {
    for (RunningNode node : Stream.of(other, one).filter(Objects::nonNull).toList()) {
      node.close();
    }
  }

  @Test
  void aHundredOrdersForFiftyPiecesSellFifty() throws Exception {
    Caller customer = Shop.newCustomer(one);
    String product = Shop.newProduct(Shop.administrator(one), 50);
    String order = Shop.pieces(1, product);

    List<Answer> answers = atBoth(50, customer, caller -> Shop.order(caller, order));

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(50);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .hasSize(50)
        .allSatisfy(
            refusal -> {
              assertThat(refusal.status()).isEqualTo(409);
              assertThat(refusal.json().getString("code")).isEqualTo("insufficient-stock");
            });
    assertThat(Shop.stock(customer, product)).isEqualTo(new Shop.Stock(0, 50, 50));
    assertThat(Shop.heldPieces(customer.at(other), product)).isEqualTo(50);
  }

  @Test
  void oneKeySentToBothAtOnceIsOneOrder() throws Exception {
    Caller customer = Shop.newCustomer(one);
    String product = Shop.newProduct(Shop.administrator(one), 50);
    String order = Shop.pieces(1, product);
    String key = UUID.randomUUID().toString();

    List<Answer> answers = atBoth(10, customer, caller -> Shop.order(caller, order, key));

    String id = Shop.order(customer, order, key).expecting(201).json().getString("id");
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 201)
        .isNotEmpty()
        .allSatisfy(answer -> assertThat(answer.json().getString("id")).isEqualTo(id));
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .allSatisfy(
            answer ->
                assertThat(answer.json().getString("code")).isEqualTo("idempotency-in-progress"));
    assertThat(Shop.pendingOrders(customer)).hasSize(1);
    assertThat(Shop.stock(customer, product)).isEqualTo(new Shop.Stock(49, 1, 50));
  }

  @Test
  void whoLogsOutAtOneIsLoggedOutAtTheOtherAtOnce() throws Exception {
    Answer tokens = Shop.logIn(one, Shop.signUp(other)).expecting(200);
    Caller customer = new Caller(one.address(), tokens.json().getString("token"));
    Shop.me(customer.at(other)).expecting(200);

    Shop.logOut(customer, tokens.json().getString("refreshToken"));

    Shop.me(customer.at(other)).expecting(401);
  }

  @Test
  void aKeyRevokedAtOneIsRefusedAtTheOtherAtOnce() throws Exception {
    Caller administrator = Shop.administrator(one);
    Answer key = Shop.newApiKey(administrator, "orders:read");
    Map<String, String> proof = Map.of("X-API-Key", key.json().getString("key"));
    Caller program = Caller.anonymous(other);
    program.get("/api/v1/orders", proof).expecting(200);

    Shop.revokeApiKey(administrator, key.json().getString("id"));

    program.get("/api/v1/orders", proof).expecting(401);
  }

  @Test
  void aPriceChangedAtOneIsSoonThePriceAtTheOther() throws Exception {
    Caller administrator = Shop.administrator(one);
    String product = Shop.newProduct(administrator, 1);
    Caller reader = Caller.anonymous(other);
    FoundIn.NEAR.await(other, product);

    Shop.setPrice(administrator, product, 2999);

    Polling.until(
        "the new price at the other node",
        () -> Shop.product(reader, product).json().getInt("price.amount") == 2999);
    assertThat(
            Shop.order(administrator.at(other), Shop.pieces(1, product))
                .json()
                .getInt("total.amount"))
        .isEqualTo(2999);
  }

  @Test
  void aPriceThatRisesUnderLoadIsSeenAtOnceAtOneSoonAtTheOtherAndGoesBackNowhere()
      throws Exception {
    Caller administrator = Shop.administrator(one);
    String product = Shop.newProduct(administrator, 1);
    try (PriceWatch watch = PriceWatch.start(product, one, other)) {
      watch.awaitEverywhere(1999);
      for (int price = 2000; price < 2050; price++) {
        Shop.setPrice(administrator, product, price);
        assertThat(Shop.product(administrator, product).json().getInt("price.amount"))
            .isEqualTo(price);
        assertThat(Shop.listedPrice(Caller.anonymous(one), product)).isEqualTo(price);
        watch.awaitEverywhere(price);
      }

      assertThat(watch.stop()).containsOnlyKeys(200);
      assertThat(watch.setbacks()).isEmpty();
    }
  }

  @Test
  void theSecondStartsNoServersOfItsOwn() throws Exception {
    assertThat(other.data().folder()).doesNotExist();
    assertThat(other.output()).contains(one.data().jdbcUrl());
  }

  @Test
  void aSecondOnTheFirstOnesFolderIsRefused() throws Exception {
    try (RunningNode second =
        RunningNode.launch(
            home.resolve("third"),
            Map.of("QUARTERMASTER_DATA_FOLDER", one.data().folder().toString()))) {
      assertThat(second.awaitEnd()).isEqualTo(1);
      assertThat(second.errors())
          .singleElement()
          .asString()
          .startsWith("Quartermaster cannot start: another Quartermaster")
          .contains("QUARTERMASTER_DATA_FOLDER");
      assertThat(second.output()).isEmpty();
    }
    Shop.product(Caller.anonymous(one), UUID.randomUUID().toString()).expecting(404);
  }

  /** Sends a request so many times to each of the two, all at once. */
  private static List<Answer> atBoth(int times, Caller caller, Request request) throws Exception {
    Callable<Answer> atOne = () -> request.send(caller.at(one));
    Callable<Answer> atOther = () -> request.send(caller.at(other));
    return AtOnce.send(
        Collections.nCopies(times, List.of(atOne, atOther)).stream()
            .flatMap(List::stream)
            .toList());
  }

  private interface Request {
    Answer send(Caller caller) throws Exception;
  }
}
