package dev.quartermaster.bootstrap.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Redis hangs, comes back, and dies; the shop goes on. */
class RedisGoneIT {
  @TempDir private Path home;

  @Test
  void theShopGoesOnWithoutItAndUsesItWhenItIsBack() throws Exception {
    try (RunningNode node = RunningNode.start(home)) {
      Caller administrator = Shop.administrator(node);
      Caller customer = Shop.newCustomer(node);
      String product = Shop.newProduct(administrator, 10);
      ProcessTree redis = node.data().redis();
      FoundIn.NEAR.await(node, product);

      redis.freeze();
      FoundIn.BYPASS.await(node, product);
      assertShopGoesOn(node, customer, product);
      Shop.setPrice(administrator, product, 2999);
      assertPrice(customer, product, 2999);

      redis.thaw();
      FoundIn.NEAR.await(node, product);
      assertPrice(customer, product, 2999);

      redis.kill();
      FoundIn.BYPASS.await(node, product);
      assertShopGoesOn(node, customer, product);
    }
  }

  @Test
  void nobodySeesAnErrorOrAPriceThatGoesBackWhileRedisHangsAndDiesUnderLoad() throws Exception {
    try (RunningNode one = RunningNode.start(home.resolve("one"));
        RunningNode other =
            RunningNode.start(home.resolve("other"), one.data().settingsOfAnotherNode())) {
      Caller administrator = Shop.administrator(one);
      String product = Shop.newProduct(administrator, 10);
      ProcessTree redis = one.data().redis();
      try (PriceWatch watch = PriceWatch.start(product, one, other)) {
        watch.awaitEverywhere(1999);

        redis.freeze();
        Shop.setPrice(administrator, product, 2000);
        watch.awaitEverywhere(2000);
        FoundIn.BYPASS.await(one, product);
        FoundIn.BYPASS.await(other, product);
        Shop.setPrice(administrator, product, 2001);
        watch.awaitEverywhere(2001);

        redis.thaw();
        Shop.setPrice(administrator, product, 2002);
        watch.awaitEverywhere(2002);
        FoundIn.NEAR.await(one, product);
        FoundIn.NEAR.await(other, product);
        watch.awaitMore(500);

        redis.kill();
        Shop.setPrice(administrator, product, 2003);
        watch.awaitEverywhere(2003);

        assertThat(watch.stop()).containsOnlyKeys(200);
        assertThat(watch.setbacks()).isEmpty();
      }
    }
  }

  private static void assertShopGoesOn(RunningNode node, Caller customer, String product)
      throws IOException {
    Shop.product(customer, product).expecting(200);
    Shop.order(customer, Shop.pieces(1, product)).expecting(201);
    Shop.logIn(node, Shop.signUp(node)).expecting(200);
    Caller.anonymous(node).get("/health/ready").expecting(200);
  }

  private static void assertPrice(Caller customer, String product, int amount) throws IOException {
    assertThat(Shop.product(customer, product).json().getInt("price.amount")).isEqualTo(amount);
  }
}
