package dev.quartermaster.application.shared;

import dev.quartermaster.domain.shared.Allowance;
import java.util.Optional;

/** Counts the requests of each client. */
public interface LimitRequests {

  /**
   * Counts a request.
   *
   * @return what the client may still do, and whether this request is within it; empty when
   *     requests are not limited
   */
  Optional<Allowance> count(Command command);

  /** Whether requests are limited at all, so that nobody need find out whose they are. */
  boolean isOn();

  /**
   * @param client who is counted, such as {@code user:0198…} or {@code address:203.0.113.7}
   */
  record Command(String client) {}
}
