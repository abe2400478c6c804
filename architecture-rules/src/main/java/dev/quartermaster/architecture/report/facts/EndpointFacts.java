package dev.quartermaster.architecture.report.facts;

import java.util.List;

/**
 * A method and path of HTTP.
 *
 * @param method such as {@code POST}
 * @param path such as <code>/api/v1/orders/{id}</code>
 * @param context the context it belongs to
 * @param summary what it does, as the API's description says; empty when it is not described
 * @param handler the class and method behind it
 * @param useCases the in-ports it calls
 * @param access who may call it
 * @param permission what its use cases ask of the actor
 * @param idempotency what becomes of a repeated request
 * @param ratePolicies the policies that limit how often it may be called
 * @param queryBudget how many SQL statements it takes at the most; empty when it does not say so
 */
public record EndpointFacts(
    String method,
    String path,
    String context,
    String summary,
    String handler,
    List<String> useCases,
    Access access,
    PermissionCheck permission,
    Idempotency idempotency,
    List<String> ratePolicies,
    String queryBudget) {
  public EndpointFacts {
    useCases = List.copyOf(useCases);
    ratePolicies = List.copyOf(ratePolicies);
  }
}
