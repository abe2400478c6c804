package dev.quartermaster.cache.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.cache.shared.EmbeddedRedis;
import dev.quartermaster.cache.shared.LinkTiming;
import dev.quartermaster.cache.shared.Node;
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
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
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
  private final List<ShopNode> nodes = new ArrayList<>();

  @BeforeEach
  void setUp() {
    unitOfWork.inTransaction(() -> database.add(mug));
  }

  @AfterEach
  void tearDown() {
    nodes.forEach(ShopNode::close);
    redis.close();
  }

  @Test
  void nodesStartWithoutRedisAndUseItWhenItComes() {
    ShopNode here = node(Node.PATIENT);
    assertThat(here.whereAnswered(mug.id())).isEqualTo("bypass");

    redis.start();
    here.awaitUp();

    Node.await(() -> here.whereAnswered(mug.id()).equals("miss"));
    Node.await(() -> here.whereAnswered(mug.id()).equals("near"));
  }

  @Test
  void whileRedisIsAwayTheDatabaseIsReadOnceInAMoment() {
    ShopNode here = node(Node.PATIENT);
    assertThat(here.whereAnswered(mug.id())).isEqualTo("bypass");
    Node.await(() -> here.whereAnswered(mug.id()).equals("near"));
    Node.await(() -> here.whereAnswered(mug.id()).equals("bypass"));
  }

  @Test
  void whileRedisIsAwayAChangeIsSeenAtOnceHereAndSoonThere() {
    redis.start();
    ShopNode here = node(Node.PATIENT);
    ShopNode there = node(Node.PATIENT);
    readOn(here, there);

    redis.stop();
    here.awaitDown();
    there.awaitDown();
    assertThat(there.whereAnswered(mug.id())).isEqualTo("bypass");
    change(here);

    assertThat(here.whereAnswered(mug.id())).isEqualTo("bypass");
    assertThat(here.find(mug.id())).contains(cup);
    Node.await(() -> there.find(mug.id()).equals(Optional.of(cup)));
  }

  @Test
  void whenRedisIsBackMemoryIsEmpty() {
    redis.start();
    ShopNode here = node(Node.PATIENT);
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
    ShopNode here = node(Node.PATIENT);
    ShopNode there = node(Node.PATIENT);
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
  void aRedisThatHangsIsAwayTooAndWhatItStillHasIsNotBelieved() {
    redis.start();
    ShopNode here = node(Node.IMPATIENT);
    ShopNode there = node(Node.IMPATIENT);
    readOn(here, there);

    redis.hang();
    here.awaitDown();
    there.awaitDown();
    assertThat(here.whereAnswered(mug.id())).isEqualTo("bypass");
    change(here);
    assertThat(here.find(mug.id())).contains(cup);
    assertThat(there.find(mug.id())).contains(cup);

    redis.resume();
    there.awaitUp();
    assertThat(there.find(mug.id())).contains(cup);
    here.awaitUp();
    assertThat(here.find(mug.id())).contains(cup);
    Node.await(() -> there.whereAnswered(mug.id()).equals("near"));
    assertThat(there.find(mug.id())).contains(cup);
  }

  @Test
  void readersOfAProductThatChangesFailNeverAndSeeItNeverGoBackWhileRedisHangsAndDies() {
    redis.start();
    ShopNode here = node(Node.IMPATIENT);
    ShopNode there = node(Node.IMPATIENT);
    readOn(here, there);
    CompletableFuture<Long> writer =
        Concurrently.start(
            () -> {
              change(here, 100);
              redis.hang();
              here.awaitDown();
              change(here, 100);
              redis.resume();
              here.awaitUp();
              change(here, 100);
              redis.stop();
              change(here, 100);
              redis.start();
              here.awaitUp();
              return change(here, 100);
            });

    List<Boolean> neverBack =
        Concurrently.inThreads(4, () -> isNeverBack(List.of(here, there), writer));

    assertThat(neverBack).containsOnly(true);
    long last = Concurrently.result(writer);
    assertThat(version(here)).isEqualTo(last);
    Node.await(() -> version(there) == last);
  }

  private boolean isNeverBack(List<ShopNode> readers, CompletableFuture<Long> writer) {
    List<Long> before = versions(readers);
    boolean neverBack = true;
    while (neverBack && !writer.isDone()) {
      List<Long> now = versions(readers);
      for (int reader = 0; reader < readers.size(); reader++) {
        neverBack &= now.get(reader) >= before.get(reader);
      }
      before = now;
    }
    return neverBack;
  }

  private List<Long> versions(List<ShopNode> readers) {
    return readers.stream().map(this::version).toList();
  }

  private long version(ShopNode reader) {
    return reader.find(mug.id()).orElseThrow().version();
  }

  private ShopNode node(LinkTiming timing) {
    ShopNode node = new ShopNode(redis.address(), database, unitOfWork, timing);
    nodes.add(node);
    return node;
  }

  private void readOn(ShopNode... readers) {
    for (ShopNode reader : readers) {
      reader.awaitUp();
      assertThat(reader.find(mug.id())).contains(mug);
    }
  }

  /** Changes the product so often, and tells which version it has then. */
  private long change(ShopNode writer, int times) {
    return IntStream.range(0, times)
        .mapToLong(
            _ ->
                unitOfWork.inTransaction(
                    () -> {
                      Product read = writer.products().findForUpdate(mug.id()).orElseThrow();
                      Product edited = read.edited(read.details(), NOW);
                      writer.products().update(edited);
                      return edited.version();
                    }))
        .max()
        .orElseThrow();
  }

  private void change(ShopNode node) {
    unitOfWork.inTransaction(() -> node.products().update(cup));
  }
}
