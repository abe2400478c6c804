package dev.quartermaster.bootstrap.packaged;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Requests that are sent together. */
final class AtOnce {
  private AtOnce() {}

  /** The answers to all of them, once the last has come. */
  static List<Answer> send(List<Callable<Answer>> requests) throws Exception {
    // Not virtual threads: what reads the answers loads classes, which holds the few carriers.
    try (ExecutorService senders = Executors.newFixedThreadPool(requests.size())) {
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> sent : senders.invokeAll(requests)) {
        answers.add(sent.get());
      }
      return answers;
    }
  }
}
