package dev.quartermaster.webhooks.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the system, on threads of its own: the system's function holds the thread that calls it, and
 * a few names whose servers do not answer would stop all virtual threads.
 */
final class SystemNameService implements NameService, AutoCloseable {
  private static final int LOOK_UPS_AT_ONCE = 64;
  private static final long IDLE_SECONDS = 30;
  private static final long PATIENCE_SECONDS = 5;

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0,
          LOOK_UPS_AT_ONCE,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Thread.ofPlatform().daemon().name("webhook-names-", 0).factory());

  @Override
  public InetAddress[] addressesOf(String name) throws UnknownHostException {
    try {
      Future<InetAddress[]> found = threads.submit(() -> InetAddress.getAllByName(name));
      return found.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failure) {
      throw caused(name + ": there is no such name", failure);
    } catch (TimeoutException | RejectedExecutionException failure) {
      throw caused(name + ": the name server does not answer", failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw caused(name + ": the look-up was stopped", stopped);
    }
  }

  private static UnknownHostException caused(String message, Exception cause) {
    UnknownHostException failure = new UnknownHostException(message);
    failure.initCause(cause);
    return failure;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
