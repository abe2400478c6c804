package dev.quartermaster.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same thing many times at one moment. */
final class Rush {
  private Rush() {}

  /**
   * Lets every client do the task at once.
   *
   * @param clients how many
   * @return what each of them came back with
   * @throws BenchFailed when the task fails for one of them
   */
  static <T> List<T> of(Server server, int clients, Task<T> task) throws InterruptedException {
    CountDownLatch ready = new CountDownLatch(clients);
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running = new ArrayList<>(clients);
      for (int number = 0; number < clients; number++) {
        int own = number;
        running.add(
            executor.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return task.run(server.client(own), own);
                }));
      }
      List<T> results = new ArrayList<>(clients);
      for (Future<T> one : running) {
        results.add(Tasks.await(one));
      }
      return results;
    }
  }

  /** What a client does. */
  @FunctionalInterface
  interface Task<T> {
    T run(Client client, int number) throws InterruptedException;
  }
}
