package dev.quartermaster.cache.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.shared.RateLimits;
import dev.quartermaster.domain.shared.RatePolicy;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.RateLimitsContract;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes that count in one Redis. */
final class RedisRateLimitsTest extends RateLimitsContract {
  private static final EmbeddedRedis REDIS = new EmbeddedRedis();

  private final RateLimitNode here = new RateLimitNode(REDIS, LIMIT, Node.PATIENT);
  private final RateLimitNode there = new RateLimitNode(REDIS, LIMIT, Node.PATIENT);

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
    here.awaitUp();
    there.awaitUp();
    here.ask(Request.cmd(Command.FLUSHALL));
  }

  @AfterEach
  void tearDown() {
    here.close();
    there.close();
  }

  @Override
  protected RateLimits limits() {
    return here.limits();
  }

  /** A window ends when Redis forgets the key. */
  @Override
  protected void awaitNextWindow() {
    for (String key : here.keys()) {
      here.ask(Request.cmd(Command.PEXPIRE).arg(key).arg(1));
    }
    Node.await(() -> here.keys().isEmpty());
  }

  @Test
  void nodesGrantTheLimitTogether() {
    List<Long> granted =
        Concurrently.inThreads(
            8, () -> here.granted("a client", LIMIT) + there.granted("a client", LIMIT));

    assertThat(granted.stream().mapToLong(Long::longValue).sum()).isEqualTo(LIMIT);
    assertThat(here.fallbacks() + there.fallbacks()).isZero();
  }

  @Test
  void theWindowBeginsWithTheFirstAndIsNotMovedByOthers() {
    here.granted("a client", 1);
    String key = here.keys().getFirst();
    here.ask(Request.cmd(Command.PEXPIRE).arg(key).arg(30_000));

    here.granted("a client", 2);
    here.limits().giveBack(RatePolicy.LOGIN, "a client");

    assertThat(here.ask(Request.cmd(Command.PTTL).arg(key)).toLong()).isBetween(1L, 30_000L);
  }

  @Test
  void keysExpireAndNameNobody() {
    here.granted("ada@quartermaster.local", 1);

    assertThat(here.keys()).singleElement().asString().doesNotContain("ada");
    assertThat(here.ask(Request.cmd(Command.PTTL).arg(here.keys().getFirst())).toLong())
        .isBetween(1L, RateLimitNode.WINDOW.toMillis());
  }

  @Test
  void givingBackToNobodyLeavesNothingBehind() {
    here.limits().giveBack(RatePolicy.LOGIN, "a client");

    assertThat(here.keys()).isEmpty();
  }

  @Test
  void aRedisThatForgotTheScriptIsToldAgain() {
    assertThat(here.granted("a client", 1)).isEqualTo(1);
    here.ask(Request.cmd(Command.SCRIPT).arg("FLUSH"));

    assertThat(here.granted("a client", LIMIT)).isEqualTo(LIMIT - 1);
    assertThat(here.fallbacks()).isZero();
  }

  @Test
  void aPolicyThatIsOffLimitsNothing() {
    assertThat(here.limits().isOn(RatePolicy.MAIL)).isFalse();
    assertThat(here.limits().take(RatePolicy.MAIL, "a client")).isEmpty();
    here.limits().giveBack(RatePolicy.MAIL, "a client");

    assertThat(here.keys()).isEmpty();
  }

  @Test
  void countsWhatWasGrantedAndRefused() {
    here.granted("a client", LIMIT + 2);

    assertThat(here.requests("granted")).isEqualTo(LIMIT);
    assertThat(here.requests("refused")).isEqualTo(2);
  }
}
