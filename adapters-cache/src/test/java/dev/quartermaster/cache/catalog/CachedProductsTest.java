package dev.quartermaster.cache.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.cache.shared.EmbeddedRedis;
import dev.quartermaster.cache.shared.Node;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.testkit.catalog.Articles;
import dev.quartermaster.testkit.catalog.InMemoryProducts;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes with one database and one Redis. */
final class CachedProductsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");
  private static final Identifiers IDENTIFIERS = new SequentialIdentifiers();
  private static final EmbeddedRedis REDIS = new EmbeddedRedis();

  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final HeldProducts database = new HeldProducts(new InMemoryProducts(unitOfWork));
  private final Product mug =
      Articles.product(IDENTIFIERS, Articles.mug("MUG-" + IDENTIFIERS.next()), NOW);
  private final Product cup = mug.edited(Articles.named(mug.details(), "Cup"), NOW.plusSeconds(1));
  private ShopNode here;
  private ShopNode there;

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
    here = new ShopNode(REDIS.address(), database, unitOfWork, Node.PATIENT);
    there = new ShopNode(REDIS.address(), database, unitOfWork, Node.PATIENT);
    here.awaitUp();
    there.awaitUp();
    unitOfWork.inTransaction(() -> database.add(mug));
  }

  @AfterEach
  void tearDown() {
    here.close();
    there.close();
  }

  @Test
  void aProductIsReadFromTheDatabaseOnceThenFromRedisThenFromMemory() {
    assertThat(here.whereAnswered(mug.id())).isEqualTo("miss");
    assertThat(here.whereAnswered(mug.id())).isEqualTo("near");
    assertThat(there.whereAnswered(mug.id())).isEqualTo("redis");
    assertThat(there.whereAnswered(mug.id())).isEqualTo("near");
    assertThat(database.reads()).isOne();
  }

  @Test
  void aProductIsAtHandOnceItWasReadAndUntilItChanges() {
    assertThat(here.products().findAtHand(mug.id())).isEmpty();
    here.find(mug.id());
    assertThat(here.products().findAtHand(mug.id())).contains(mug);
    assertThat(database.reads()).isOne();

    change();

    assertThat(here.products().findAtHand(mug.id())).isEmpty();
  }

  @Test
  void nothingIsAtHandInATransaction() {
    here.find(mug.id());
    assertThat(unitOfWork.inTransaction(() -> here.products().findAtHand(mug.id()))).isEmpty();
  }

  @Test
  void manyReadersAtOnceReadTheDatabaseOnce() {
    HeldProducts.Hold hold = database.holdNext();
    CompletableFuture<Optional<Product>> first = Concurrently.start(() -> here.find(mug.id()));
    hold.awaitRead();
    CompletableFuture<Optional<Product>> second = Concurrently.start(() -> here.find(mug.id()));
    CompletableFuture<Optional<Product>> third = Concurrently.start(() -> here.find(mug.id()));

    hold.release();

    assertThat(Concurrently.result(first)).contains(mug);
    assertThat(Concurrently.result(second)).contains(mug);
    assertThat(Concurrently.result(third)).contains(mug);
    assertThat(database.reads()).isOne();
  }

  @Test
  void aChangeIsSeenAtOnceHereAndSoonThere() {
    here.find(mug.id());
    there.find(mug.id());

    change();

    assertThat(here.find(mug.id())).contains(cup);
    Node.await(() -> there.find(mug.id()).equals(Optional.of(cup)));
  }

  @Test
  void aDeletedProductIsGoneAtOnceHereAndSoonThere() {
    here.find(mug.id());
    there.find(mug.id());

    unitOfWork.inTransaction(() -> here.products().delete(mug.id(), NOW));

    assertThat(here.find(mug.id())).isEmpty();
    Node.await(() -> there.find(mug.id()).isEmpty());
  }

  @Test
  void aReaderThatAChangeThereOvertookKeepsNothing() {
    HeldProducts.Hold hold = database.holdNext();
    CompletableFuture<Optional<Product>> late = Concurrently.start(() -> there.find(mug.id()));
    hold.awaitRead();
    change();

    hold.release();

    assertThat(Concurrently.result(late)).contains(mug);
    Node.await(() -> there.find(mug.id()).equals(Optional.of(cup)));
    assertThat(here.find(mug.id())).contains(cup);
  }

  @Test
  void nobodyWaitsForAReaderThatAChangeOvertook() {
    HeldProducts.Hold hold = database.holdNext();
    CompletableFuture<Optional<Product>> late = Concurrently.start(() -> here.find(mug.id()));
    hold.awaitRead();
    change();

    assertThat(here.find(mug.id())).contains(cup);

    hold.release();
    assertThat(Concurrently.result(late)).contains(mug);
    assertThat(here.find(mug.id())).contains(cup);
  }

  @Test
  void whatIsNotCommittedIsSeenByItsTransactionAlone() {
    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(
            () ->
                unitOfWork.inTransaction(
                    () -> {
                      here.products().update(cup);
                      assertThat(here.find(mug.id())).contains(cup);
                      assertThat(Concurrently.elsewhere(() -> here.find(mug.id()))).contains(mug);
                      assertThat(Concurrently.elsewhere(() -> there.find(mug.id()))).contains(mug);
                      throw new Unavailable("The database", null);
                    }));

    assertThat(here.find(mug.id())).contains(mug);
    assertThat(there.find(mug.id())).contains(mug);
  }

  @Test
  void aNodeThatDiesRightAfterItsCommitLeavesNothingStale() {
    here.find(mug.id());
    there.find(mug.id());

    unitOfWork.inTransaction(
        () -> {
          here.products().update(cup);
          here.disconnect();
          assertThat(Concurrently.elsewhere(() -> there.find(mug.id()))).contains(mug);
        });

    Node.await(() -> there.find(mug.id()).equals(Optional.of(cup)));
  }

  @Test
  void thatThereIsNoSuchProductIsKnownUntilThereIsOne() {
    Product bowl = Articles.product(IDENTIFIERS, Articles.mug("BOWL-" + IDENTIFIERS.next()), NOW);
    assertThat(here.whereAnswered(bowl.id())).isEqualTo("miss");
    assertThat(here.whereAnswered(bowl.id())).isEqualTo("negative");
    assertThat(there.whereAnswered(bowl.id())).isEqualTo("negative");
    assertThat(database.reads()).isOne();

    unitOfWork.inTransaction(() -> here.products().add(bowl));

    assertThat(here.find(bowl.id())).contains(bowl);
    Node.await(() -> there.find(bowl.id()).equals(Optional.of(bowl)));
  }

  @Test
  void aReaderThatACreationOvertookDoesNotKeepThatThereIsNone() {
    Product bowl = Articles.product(IDENTIFIERS, Articles.mug("BOWL-" + IDENTIFIERS.next()), NOW);
    HeldProducts.Hold hold = database.holdNext();
    CompletableFuture<Optional<Product>> late = Concurrently.start(() -> there.find(bowl.id()));
    hold.awaitRead();
    unitOfWork.inTransaction(() -> here.products().add(bowl));

    hold.release();

    assertThat(Concurrently.result(late)).isEmpty();
    Node.await(() -> there.find(bowl.id()).equals(Optional.of(bowl)));
    assertThat(here.find(bowl.id())).contains(bowl);
  }

  @Test
  void aReaderThatADeletionOvertookKeepsNothing() {
    HeldProducts.Hold hold = database.holdNext();
    CompletableFuture<Optional<Product>> late = Concurrently.start(() -> there.find(mug.id()));
    hold.awaitRead();
    unitOfWork.inTransaction(() -> here.products().delete(mug.id(), NOW));
    assertThat(here.whereAnswered(mug.id())).isEqualTo("miss");

    hold.release();

    assertThat(Concurrently.result(late)).contains(mug);
    Node.await(() -> there.find(mug.id()).isEmpty());
    assertThat(here.find(mug.id())).isEmpty();
  }

  @Test
  void aFailureOfTheDatabaseReachesTheReaderAndIsNotKept() {
    database.failNext();

    assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> here.find(mug.id()));
    assertThat(here.find(mug.id())).contains(mug);
  }

  private void change() {
    unitOfWork.inTransaction(() -> here.products().update(cup));
  }
}
