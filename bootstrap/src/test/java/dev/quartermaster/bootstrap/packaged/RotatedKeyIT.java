package dev.quartermaster.bootstrap.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node with another key, which knows the one before, goes on with what that one began. */
class RotatedKeyIT {
  @TempDir private Path home;

  @Test
  void nobodyIsLoggedOut() throws Exception {
    try (RunningNode before = RunningNode.start(home.resolve("before"))) {
      Answer tokens = Shop.logIn(before, Shop.signUp(before)).expecting(200);
      Caller customer = new Caller(before.address(), tokens.json().getString("token"));
      String product = Shop.newProduct(Shop.administrator(before), 5);
      String key = UUID.randomUUID().toString();
      String order = Shop.pieces(1, product);
      String placed = Shop.order(customer, order, key).expecting(201).json().getString("id");

      try (RunningNode after = RunningNode.start(home.resolve("after"), rotated(before))) {
        Shop.me(customer.at(after)).expecting(200);

        Answer replayed = Shop.order(customer.at(after), order, key).expecting(201);
        assertThat(replayed.json().getString("id")).isEqualTo(placed);
        assertThat(replayed.header("Idempotency-Replayed")).contains("true");

        Answer refreshed =
            Shop.refresh(after, tokens.json().getString("refreshToken")).expecting(200);
        Shop.me(new Caller(after.address(), refreshed.json().getString("token"))).expecting(200);
        Shop.me(new Caller(before.address(), refreshed.json().getString("token"))).expecting(401);

        List<String> shownBefore = keyIds(before);
        assertThat(keyIds(after)).hasSize(2).containsAll(shownBefore).doesNotHaveDuplicates();
        assertThat(shownBefore).hasSize(1);
      }
    }
  }

  private Map<String, String> rotated(RunningNode before) throws Exception {
    Map<String, String> settings = new HashMap<>(before.data().settingsOfAnotherNode());
    settings.put("QUARTERMASTER_JWT_KEY_PREVIOUS", settings.get("QUARTERMASTER_JWT_KEY"));
    settings.put(
        "QUARTERMASTER_JWT_KEY", RefusedStartIT.newKey(home.resolve("new.pem")).toString());
    return settings;
  }

  private static List<String> keyIds(RunningNode node) throws Exception {
    return Caller.anonymous(node)
        .get("/.well-known/jwks.json")
        .expecting(200)
        .json()
        .getList("keys.kid");
  }
}
