package dev.quartermaster.bootstrap.operations;

import dev.quartermaster.domain.shared.CurrentRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.MDC;

/** The request whose id the lines of the log bear. */
@Singleton
final class LoggedRequest implements CurrentRequest {
  /** Under this name the HTTP entrance puts the id into the log's context. */
  static final String KEY = "requestId";

  @Override
  public Optional<String> id() {
    return Optional.ofNullable(MDC.get(KEY)).map(Object::toString);
  }
}
