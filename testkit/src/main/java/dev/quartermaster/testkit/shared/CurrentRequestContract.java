package dev.quartermaster.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.shared.CurrentRequest;
import org.junit.jupiter.api.Test;

/** What {@link CurrentRequest} promises. */
public abstract class CurrentRequestContract {

  /** The port under test. */
  protected abstract CurrentRequest currentRequest();

  /** Runs the work on behalf of a request with that id. */
  protected abstract void during(String id, Runnable work);

  @Test
  void namesTheRequestOnWhoseBehalfTheThreadWorks() {
    during("my-request.7", () -> assertThat(currentRequest().id()).contains("my-request.7"));
  }

  @Test
  void isEmptyOutsideOfRequests() {
    during("my-request.7", () -> {});

    assertThat(currentRequest().id()).isEmpty();
  }
}
