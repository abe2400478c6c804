package dev.quartermaster.rest.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;
import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.InvalidInput;
import io.quarkus.arc.All;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns faults into problems; the one place that knows which status a broken rule has. */
@Singleton
public final class Problems {
  /** How long a node that shuts down is away, at a guess; others take over at once. */
  private static final Duration SHUTDOWN = Duration.ofSeconds(5);

  private final ObjectMapper json;
  private final List<ProblemExtension> extensions;

  Problems(ObjectMapper json, @All List<ProblemExtension> extensions) {
    this.json = json;
    this.extensions = List.copyOf(extensions);
  }

  /** The HTTP status of a kind of refusal. */
  static int status(ErrorKind kind) {
    return switch (kind) {
      case INVALID_INPUT -> 400;
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case STALE_VERSION -> 412;
      case UNPROCESSABLE -> 422;
      case LOCKED -> 423;
      case RATE_LIMITED -> 429;
      case UNAVAILABLE -> 503;
    };
  }

  /** The problem that a broken rule is. */
  public Problem of(DomainException refusal, RoutingContext context) {
    String title =
        ProblemType.ofCode(refusal.code()).map(ProblemType::title).orElse(refusal.code());
    return problem(
        status(refusal.kind()),
        refusal.code(),
        title,
        refusal.detail(),
        refusal.fieldErrors(),
        extensions(refusal),
        refusal.retryAfter(),
        context);
  }

  Problem of(ProblemType type, String detail, RoutingContext context) {
    return problem(
        type.status(),
        type.code(),
        type.title(),
        detail,
        List.of(),
        Map.of(),
        type == ProblemType.UNAVAILABLE ? Optional.of(SHUTDOWN) : Optional.empty(),
        context);
  }

  /** The problem that a fault in the use of HTTP is. */
  public Problem of(ProblemException misuse, RoutingContext context) {
    return of(misuse.type(), misuse.detail(), context);
  }

  Problem invalid(List<FieldError> errors, RoutingContext context) {
    return of(new InvalidInput(errors), context);
  }

  String json(Problem problem) {
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** Ends the answer with the problem, for faults that no resource gets to see. */
  void send(RoutingContext context, Problem problem) {
    if (context.response().ended()) {
      return;
    }
    problem
        .retryAfterSeconds()
        .ifPresent(seconds -> context.response().putHeader("Retry-After", String.valueOf(seconds)));
    context
        .response()
        .setStatusCode(problem.status())
        .putHeader("Content-Type", Problem.MEDIA_TYPE)
        .end(json(problem));
  }

  private Map<String, Object> extensions(DomainException refusal) {
    Map<String, Object> members = new LinkedHashMap<>();
    extensions.forEach(extension -> members.putAll(extension.of(refusal)));
    return members;
  }

  private static Problem problem(
      int status,
      String code,
      String title,
      String detail,
      List<FieldError> errors,
      Map<String, Object> extensions,
      Optional<Duration> retryAfter,
      RoutingContext context) {
    return new Problem(
        "/problems/" + code,
        title,
        status,
        detail,
        context.normalizedPath(),
        code,
        RequestTrace.of(context).traceId(),
        errors.stream().map(Problem.FieldAtFault::of).toList(),
        extensions,
        retryAfter);
  }
}
