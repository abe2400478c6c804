package dev.quartermaster.rest.shared;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Answers, as a problem, what no resource answers: unknown addresses and broken requests. */
@Singleton
final class UnansweredRequests {
  private final Problems problems;

  UnansweredRequests(Problems problems) {
    this.problems = problems;
  }

  void register(@Observes Router router) {
    router.route().order(Integer.MAX_VALUE).handler(this::notFound);
    router.route().order(0).failureHandler(this::broken);
  }

  /** Faults in the protocol have a status and no exception; exceptions are left to others. */
  private void broken(RoutingContext context) {
    if (context.failure() != null) {
      context.next();
      return;
    }
    switch (context.statusCode()) {
      case 400 -> malformed(context);
      case 413 -> tooLarge(context);
      default -> context.next();
    }
  }

  private void notFound(RoutingContext context) {
    problems.send(
        context,
        problems.of(
            ProblemType.NOT_FOUND,
            "There is nothing at " + context.request().path() + ".",
            context));
  }

  private void malformed(RoutingContext context) {
    problems.send(
        context,
        problems.of(ProblemType.MALFORMED_REQUEST, "The request cannot be understood.", context));
  }

  private void tooLarge(RoutingContext context) {
    problems.send(context, problems.of(RequestBody.tooLarge(RequestBody.MAX_LENGTH), context));
  }
}
