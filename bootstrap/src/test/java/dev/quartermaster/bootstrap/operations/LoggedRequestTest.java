package dev.quartermaster.bootstrap.operations;

import dev.quartermaster.domain.shared.CurrentRequest;
import dev.quartermaster.testkit.shared.CurrentRequestContract;
import org.jboss.logging.MDC;

/** {@link CurrentRequestContract} on the log's context. */
class LoggedRequestTest extends CurrentRequestContract {
  @Override
  protected CurrentRequest currentRequest() {
    return new LoggedRequest();
  }

  @Override
  protected void during(String id, Runnable work) {
    MDC.put(LoggedRequest.KEY, id);
    try {
      work.run();
    } finally {
      MDC.remove(LoggedRequest.KEY);
    }
  }
}
