package dev.quartermaster.bench;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Has things done side by side, and waits for them. */
final class Tasks {
  private Tasks() {}

  /** Begins the task. */
  static Future<?> begin(ExecutorService executor, Task task) {
    return executor.submit(
        () -> {
          task.run();
          return null;
        });
  }

  /**
   * Waits for what the task comes back with.
   *
   * @throws BenchFailed when the task failed so
   */
  static <T> T await(Future<T> task) throws InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BenchFailed failed) {
        throw failed;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Something that takes its time. */
  @FunctionalInterface
  interface Task {
    void run() throws InterruptedException;
  }
}
