package dev.quartermaster.cache.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.cache.shared.EmbeddedRedis;
import dev.quartermaster.cache.shared.LinkTiming;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.testkit.catalog.Articles;
import dev.quartermaster.testkit.catalog.InMemoryProducts;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes whose Redis comes and goes. */
final class CachedProductsWithoutRedisTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");
  private static final Identifiers IDENTIFIERS = new SequentialIdentifiers();

  private final EmbeddedRedis redis = new EmbeddedRedis();
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryProducts database = new InMemoryProducts(unitOfWork);
  private final Product mug = Articles.product(IDENTIFIERS, Articles.mug("MUG"), NOW);
  private final Product cup = mug.edited(Articles.named(mug.details(), "Cup"), NOW.plusSeconds(1));
  private final List<Node> nodes = new ArrayList<>();

  @BeforeEach
  void setUp() {
    unitOfWork.inTransaction(() -> database.add(mug));
  }

  @AfterEach
  void tearDown() {
    nodes.forEach(Node::close);
    redis.close();
  }

  @Test
  void nodesStartWithoutRedisAndUseItWhenItComes() {
    Node here = node(Node.PATIENT);
    assertThat(here.whereAnswered(mug.id())).isEqualTo("bypass");

    redis.start();
    here.awaitUp();

    assertThat(here.whereAnswered(mug.id())).isEqualTo("miss");
    assertThat(here.whereAnswered(mug.id())).isEqualTo("near");
  }

  @Test
  void whileRedisIsAwayEveryChangeIsSeenAtOnceEverywhere() {
    redis.start();
    Node here = node(Node.PATIENT);
    Node there = node(Node.PATIENT);
    readOn(here, there);

    redis.stop();
    here.awaitDown();
    there.awaitDown();
    change(here);

    assertThat(here.whereAnswered(mug.id())).isEqualTo("bypass");
    assertThat(there.whereAnswered(mug.id())).isEqualTo("bypass");
    assertThat(here.find(mug.id())).contains(cup);
    assertThat(there.find(mug.id())).contains(cup);
  }

  @Test
  void whenRedisIsBackMemoryIsEmpty() {
    redis.start();
    Node here = node(Node.PATIENT);
    readOn(here);

    redis.stop();
    here.awaitDown();
    redis.start();
    here.awaitUp();

    assertThat(here.whereAnswered(mug.id())).isEqualTo("miss");
  }

  @Test
  void aRedisThatForgetsAChangeBeforeItsCommitIsToldAgain() {
    redis.start();
    Node here = node(Node.PATIENT);
    Node there = node(Node.PATIENT);
    readOn(here, there);

    unitOfWork.inTransaction(
        () -> {
          here.products().update(cup);
          redis.stop();
          here.awaitDown();
          there.awaitDown();
          redis.start();
          here.awaitUp();
          there.awaitUp();
          assertThat(Concurrently.elsewhere(() -> there.find(mug.id()))).contains(mug);
        });

    assertThat(here.find(mug.id())).contains(cup);
    Node.await(() -> there.find(mug.id()).equals(Optional.of(cup)));
  }

  @Test
  void aRedisThatHangsIsAwayTooAndIsToldLaterWhatItMissed() {
    redis.start();
    Node here = node(Node.IMPATIENT);
    Node there = node(Node.IMPATIENT);
    readOn(here, there);

    redis.hang();
    here.awaitDown();
    there.awaitDown();
    assertThat(here.whereAnswered(mug.id())).isEqualTo("bypass");
    change(here);
    assertThat(here.find(mug.id())).contains(cup);
    assertThat(there.find(mug.id())).contains(cup);

    redis.resume();
    here.awaitUp();
    there.awaitUp();
    assertThat(here.find(mug.id())).contains(cup);
    Node.await(() -> there.find(mug.id()).equals(Optional.of(cup)));
  }

  private Node node(LinkTiming timing) {
    Node node = new Node(redis.address(), database, unitOfWork, timing);
    nodes.add(node);
    return node;
  }

  private void readOn(Node... readers) {
    for (Node reader : readers) {
      reader.awaitUp();
      assertThat(reader.find(mug.id())).contains(mug);
    }
  }

  private void change(Node node) {
    unitOfWork.inTransaction(() -> node.products().update(cup));
  }
}
