package dev.quartermaster.testkit.shared;

import dev.quartermaster.domain.shared.CurrentRequest;

/** {@link CurrentRequestContract} in memory. */
class InMemoryCurrentRequestTest extends CurrentRequestContract {
  private final InMemoryCurrentRequest currentRequest = new InMemoryCurrentRequest();

  @Override
  protected CurrentRequest currentRequest() {
    return currentRequest;
  }

  @Override
  protected void during(String id, Runnable work) {
    currentRequest.during(id, work);
  }
}
