package dev.quartermaster.testkit.shared;

import dev.quartermaster.domain.shared.CurrentRequest;
import java.util.Optional;

/** The request that a test says it works for. */
public final class InMemoryCurrentRequest implements CurrentRequest {
  private final ThreadLocal<String> current = new ThreadLocal<>();

  @Override
  public Optional<String> id() {
    return Optional.ofNullable(current.get());
  }

  /** Runs the work on behalf of a request. */
  public void during(String id, Runnable work) {
    current.set(id);
    try {
      work.run();
    } finally {
      current.remove();
    }
  }
}
