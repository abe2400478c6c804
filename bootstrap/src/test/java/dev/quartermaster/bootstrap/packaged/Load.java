package dev.quartermaster.bootstrap.packaged;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Several senders who each send one request after the other, until they are told to stop or there
 * have been very many.
 */
final class Load implements AutoCloseable {
  private static final int SENDERS = 4;
  private static final int MOST = 60_000;

  private final Request request;
  private final AtomicInteger begun = new AtomicInteger();
  private final ConcurrentMap<Integer, Integer> answers = new ConcurrentHashMap<>();
  // Not virtual ones: what reads the answers loads classes, which holds the few carriers.
  private final ExecutorService executor = Executors.newFixedThreadPool(SENDERS);
  private final List<Future<?>> senders;
  private volatile boolean stopped;

  private Load(Request request) {
    this.request = request;
    this.senders = IntStream.range(0, SENDERS).<Future<?>>mapToObj(_ -> begin()).toList();
  }

  static Load start(Request request) {
    return new Load(request);
  }

  private Future<?> begin() {
    return executor.submit(
        () -> {
          int number = begun.getAndIncrement();
          while (!stopped && number < MOST) {
            answers.merge(request.send(number).status(), 1, Integer::sum);
            number = begun.getAndIncrement();
          }
          return null;
        });
  }

  /** Waits until so many more have been answered. */
  void awaitMore(int count) {
    int before = answered();
    Polling.until(count + " more answers", () -> answered() >= before + count);
  }

  private int answered() {
    return answers.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How often which status was answered, once the last answer has come. */
  ConcurrentMap<Integer, Integer> stop() throws InterruptedException, ExecutionException {
    stopped = true;
    for (Future<?> sender : senders) {
      sender.get();
    }
    return answers;
  }

  @Override
  public void close() {
    stopped = true;
    executor.close();
  }

  /** What is sent. */
  interface Request {
    Answer send(int number) throws IOException;
  }
}
