package dev.quartermaster.testkit.shared;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * What the contracts of all transactional ports share. A contract is run by a subclass that gives
 * the port under test. Each test makes its own identifiers, names and addresses, so that contracts
 * may run on a store that holds other things.
 */
public abstract class PortContract {
  /** Makes the identifiers of the things that a contract stores. */
  protected static final Identifiers IDENTIFIERS = new SequentialIdentifiers();

  /** When the things that a contract stores come about. */
  protected static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123456Z");

  /** How many threads race for one thing. */
  protected static final int THREADS = 8;

  /** The transactions in which the port under test takes part. */
  protected abstract UnitOfWork unitOfWork();

  /** Runs the work in a transaction. */
  protected final <T> T inTransaction(Supplier<T> work) {
    return unitOfWork().inTransaction(work);
  }

  /** Runs the work in a transaction. */
  protected final void inTransaction(Runnable work) {
    unitOfWork().inTransaction(work);
  }

  /** Runs the work in a transaction of another thread. */
  protected final <T> T inAnotherTransaction(Supplier<T> work) {
    return Concurrently.elsewhere(() -> inTransaction(work));
  }

  /** Runs the work in a transaction that fails after it. */
  protected final void rollBack(Runnable work) {
    Failure failure = new Failure();
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      work.run();
                      fail(failure);
                    }))
        .isSameAs(failure);
  }

  /**
   * Lets one transaction lock and change a thing while another asks for the same lock.
   *
   * @return what the other one read when it got the lock
   */
  protected final <T> T readWhileChanged(Supplier<T> lockingRead, Runnable change) {
    CountDownLatch asking = new CountDownLatch(1);
    AtomicReference<CompletableFuture<T>> other = new AtomicReference<>(new CompletableFuture<>());
    inTransaction(
        () -> {
          var _ = lockingRead.get();
          other.set(
              Concurrently.start(
                  () ->
                      inTransaction(
                          () -> {
                            asking.countDown();
                            return lockingRead.get();
                          })));
          Concurrently.await(asking);
          change.run();
        });
    return Concurrently.result(other.get());
  }

  /** Runs the work as a transaction of each of several threads, that many times in each. */
  protected final void raceInTransactions(int times, Runnable work) {
    Concurrently.inThreads(
        THREADS,
        () -> {
          for (int time = 0; time < times; time++) {
            inTransaction(work);
          }
          return true;
        });
  }

  /** A text that no other test has used: 32 lower-case hexadecimal digits. */
  protected static String unique() {
    return IDENTIFIERS.next().toString().replace("-", "");
  }

  private static void fail(Failure failure) {
    throw failure;
  }

  /** Makes a transaction fail. */
  private static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
