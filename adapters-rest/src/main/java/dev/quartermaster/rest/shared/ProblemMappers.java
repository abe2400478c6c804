package dev.quartermaster.rest.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;
import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Unauthenticated;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers every fault of a request with a problem. */
@Singleton
final class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  private final Problems problems;
  private final AllowedMethods allowedMethods;

  ProblemMappers(Problems problems, AllowedMethods allowedMethods) {
    this.problems = problems;
    this.allowedMethods = allowedMethods;
  }

  @ServerExceptionMapper
  Response brokenRule(DomainException refusal, RoutingContext context) {
    if (refusal.kind() == ErrorKind.UNAVAILABLE) {
      LOG.warnf("%s (%s)", refusal.detail(), refusal.getCause() == null ? "" : refusal.getCause());
    }
    DomainException whole =
        switch (refusal) {
          case InvalidInput invalid -> QueryParameters.all(invalid, context);
          case Unauthenticated unauthenticated -> reason(unauthenticated, context);
          default -> refusal;
        };
    return answer(problems.of(whole, context));
  }

  @ServerExceptionMapper
  Response misuseOfHttp(ProblemException misuse, RoutingContext context) {
    return answer(problems.of(misuse, context));
  }

  @ServerExceptionMapper
  Response invalidFields(ConstraintViolationException violations, RoutingContext context) {
    List<FieldError> errors =
        violations.getConstraintViolations().stream()
            .map(violation -> new FieldError(field(violation), violation.getMessage()))
            .sorted(Comparator.comparing(FieldError::field))
            .toList();
    return answer(problems.invalid(errors, context));
  }

  @ServerExceptionMapper({
    JsonProcessingException.class,
    MismatchedInputException.class,
    StreamConstraintsException.class
  })
  Response wrongJson(JsonProcessingException fault, RoutingContext context) {
    return answer(jsonProblem(fault, context));
  }

  @ServerExceptionMapper({
    AuthenticationFailedException.class,
    AuthenticationCompletionException.class,
    UnauthorizedException.class
  })
  Response notSignedIn(SecurityException refusal, RoutingContext context) {
    return answer(
        problems.of(
            refusal.getCause() instanceof DomainException known
                ? known
                : reason(new Unauthenticated(), context),
            context));
  }

  private static DomainException reason(DomainException refusal, RoutingContext context) {
    return DisregardedProof.of(context).orElse(refusal);
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException refusal, RoutingContext context) {
    return answer(problems.of(ProblemType.FORBIDDEN, "Your roles do not allow this.", context));
  }

  @ServerExceptionMapper
  Response protocol(WebApplicationException fault, RoutingContext context) {
    if (fault.getCause() instanceof JsonProcessingException json) {
      return answer(jsonProblem(json, context));
    }
    int status = statusOf(fault, context);
    Response.ResponseBuilder answer =
        Response.fromResponse(answer(protocolProblem(status, fault, context)));
    if (status == ProblemType.METHOD_NOT_ALLOWED.status()) {
      answer.header(HttpHeaders.ALLOW, allowedMethods.of(context.normalizedPath()));
    }
    return answer.build();
  }

  /** Where class paths overlap, the router may say not found of an address that it knows. */
  private int statusOf(WebApplicationException fault, RoutingContext context) {
    int status = fault.getResponse().getStatus();
    boolean isKnown =
        status == ProblemType.NOT_FOUND.status()
            && allowedMethods.refuse(context.request().method().name(), context.normalizedPath());
    return isKnown ? ProblemType.METHOD_NOT_ALLOWED.status() : status;
  }

  @ServerExceptionMapper
  Response unexpected(Throwable fault, RoutingContext context) {
    LOG.errorf(fault, "%s %s failed", context.request().method(), context.request().path());
    return answer(
        problems.of(
            ProblemType.INTERNAL_ERROR,
            "The fault was logged; name the traceId when you report it.",
            context));
  }

  static Response answer(Problem problem) {
    Response.ResponseBuilder answer =
        Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    problem
        .retryAfterSeconds()
        .ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
    if (problem.status() == 401) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return answer.build();
  }

  private Problem protocolProblem(
      int status, WebApplicationException fault, RoutingContext context) {
    return switch (status) {
      case 400 ->
          problems.of(ProblemType.MALFORMED_REQUEST, "The request cannot be understood.", context);
      case 401 -> problems.of(new Unauthenticated(), context);
      case 404 ->
          problems.of(
              ProblemType.NOT_FOUND,
              "There is nothing at " + context.request().path() + ".",
              context);
      case 405 ->
          problems.of(
              ProblemType.METHOD_NOT_ALLOWED,
              context.request().method() + " does not apply here; see the header Allow.",
              context);
      case 406 ->
          problems.of(
              ProblemType.NOT_ACCEPTABLE,
              "This address cannot give what Accept asks for.",
              context);
      case 413 ->
          problems.of(ProblemType.PAYLOAD_TOO_LARGE, "The body is larger than 1 MiB.", context);
      case 415 ->
          problems.of(
              ProblemType.UNSUPPORTED_MEDIA_TYPE,
              "Send the body with Content-Type: application/json.",
              context);
      case 503 -> problems.of(ProblemType.UNAVAILABLE, "The server is shutting down.", context);
      default -> {
        if (status < 500) {
          yield problems.of(
              ProblemType.MALFORMED_REQUEST, "The request cannot be understood.", context);
        }
        LOG.errorf(fault, "%s failed", context.request().path());
        yield problems.of(
            ProblemType.INTERNAL_ERROR,
            "The fault was logged; name the traceId when you report it.",
            context);
      }
    };
  }

  private Problem jsonProblem(JsonProcessingException fault, RoutingContext context) {
    Optional<FieldError> field = JsonFault.field(fault);
    if (field.isPresent()) {
      return problems.invalid(List.of(field.get()), context);
    }
    return problems.of(
        ProblemType.MALFORMED_REQUEST,
        fault instanceof MismatchedInputException
            ? "The body must be a JSON object as the documentation at /docs shows it."
            : "The body is not valid JSON" + position(fault) + ".",
        context);
  }

  private static String position(JsonProcessingException fault) {
    return fault.getLocation() == null
        ? ""
        : " (line "
            + fault.getLocation().getLineNr()
            + ", column "
            + fault.getLocation().getColumnNr()
            + ")";
  }

  /** The path of the field as the caller sent it, without the method and its parameter. */
  private static String field(ConstraintViolation<?> violation) {
    List<String> steps = new ArrayList<>();
    for (Path.Node node : violation.getPropertyPath()) {
      steps.add(node.toString());
    }
    List<String> own = steps.subList(Math.min(2, steps.size()), steps.size());
    return own.isEmpty() ? "body" : String.join(".", own).replace(".<list element>", "");
  }
}
