package dev.quartermaster.domain.shared;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A broken rule. Each rule is a subclass of its own with a stable kebab-case code that clients may
 * branch on; the message says what is wrong and how to mend it, and never contains secrets.
 */
public abstract class DomainException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorKind kind;
  private final String code;
  private final transient List<FieldError> fieldErrors;

  protected DomainException(ErrorKind kind, String code, String detail) {
    this(kind, code, detail, List.of());
  }

  protected DomainException(
      ErrorKind kind, String code, String detail, List<FieldError> fieldErrors) {
    this(kind, code, detail, fieldErrors, null);
  }

  protected DomainException(
      ErrorKind kind,
      String code,
      String detail,
      List<FieldError> fieldErrors,
      @Nullable Throwable cause) {
    super(detail, cause, false, false);
    this.kind = kind;
    this.code = code;
    this.fieldErrors = List.copyOf(fieldErrors);
  }

  /** What kind of refusal this is. */
  public final ErrorKind kind() {
    return kind;
  }

  /** The stable code, unique among all rules. */
  public final String code() {
    return code;
  }

  /** What is wrong, in a sentence for the caller. */
  public final String detail() {
    return String.valueOf(getMessage());
  }

  /** The input fields at fault; empty when the refusal is not about single fields. */
  public final List<FieldError> fieldErrors() {
    return fieldErrors;
  }

  /** After what time a repetition makes sense; empty when that cannot be said. */
  public Optional<Duration> retryAfter() {
    return Optional.empty();
  }
}
