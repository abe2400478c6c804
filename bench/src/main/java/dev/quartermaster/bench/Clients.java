package dev.quartermaster.bench;

import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** A number of clients that share the work, spread over the nodes. */
final class Clients {
  private final List<Client> clients;
  private final Screen screen;

  Clients(Server server, int count, Screen screen) {
    this.clients = IntStream.range(0, count).mapToObj(server::client).toList();
    this.screen = screen;
  }

  int count() {
    return clients.size();
  }

  /** One of them, for what needs no company. */
  Client any() {
    return clients.getFirst();
  }

  /**
   * Does the task for every item: each client takes the next item as soon as it is free.
   *
   * @throws BenchFailed as soon as the task fails for one item
   */
  <T> void forEach(String phase, Collection<T> items, Task<T> task) throws InterruptedException {
    try (Progress progress = new Progress(screen, phase, items.size())) {
      forEach(
          items,
          (client, item) -> {
            task.run(client, item);
            progress.step();
          });
    }
  }

  /** The same, without showing how far it has come. */
  <T> void forEach(Collection<T> items, Task<T> task) throws InterruptedException {
    Queue<T> queue = new ConcurrentLinkedQueue<>(items);
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running =
          clients.stream()
              .<Future<?>>map(client -> Tasks.begin(executor, () -> work(client, queue, task)))
              .toList();
      for (Future<?> one : running) {
        Tasks.await(one);
      }
    }
  }

  private static <T> void work(Client client, Queue<T> queue, Task<T> task)
      throws InterruptedException {
    boolean finished = false;
    try {
      for (T item = queue.poll(); item != null; item = queue.poll()) {
        task.run(client, item);
      }
      finished = true;
    } finally {
      if (!finished) {
        // The work has failed as a whole: nobody should begin another item.
        queue.clear();
      }
    }
  }

  /** What a client does with an item. */
  @FunctionalInterface
  interface Task<T> {
    void run(Client client, T item) throws InterruptedException;
  }
}
