package dev.quartermaster.rest.shared.description;

import dev.quartermaster.rest.shared.Problem;
import dev.quartermaster.rest.shared.ProblemType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The problems that an operation may answer with: a response for each status. */
final class ProblemResponses {
  private static final Set<ProblemType> OF_ALL =
      EnumSet.of(
          ProblemType.VALIDATION_FAILED,
          ProblemType.NOT_ACCEPTABLE,
          ProblemType.INTERNAL_ERROR,
          ProblemType.UNAVAILABLE);
  private static final Set<ProblemType> THAT_PASS =
      EnumSet.of(
          ProblemType.IDEMPOTENCY_IN_PROGRESS,
          ProblemType.ACCOUNT_LOCKED,
          ProblemType.RATE_LIMITED,
          ProblemType.UNAVAILABLE);

  private final OpenAPI api;

  ProblemResponses(OpenAPI api) {
    this.api = api;
  }

  /** Adds all problems of the operation, in place of what was known of its failures. */
  void addTo(DescribedOperation operation) {
    List<String> known =
        List.copyOf(operation.operation().getResponses().getAPIResponses().keySet());
    known.stream()
        .filter(status -> status.startsWith("4") || status.startsWith("5"))
        .forEach(operation.operation().getResponses()::removeAPIResponse);
    Map<Integer, List<ProblemType>> byStatus =
        of(operation).stream()
            .collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toList()));
    byStatus.forEach(
        (status, types) ->
            operation
                .operation()
                .getResponses()
                .addAPIResponse(Integer.toString(status), reference(types, operation.isCounted())));
  }

  private static Set<ProblemType> of(DescribedOperation operation) {
    Set<ProblemType> types = EnumSet.copyOf(OF_ALL);
    types.addAll(operation.declaredProblems());
    if (operation.takesBody()) {
      types.add(ProblemType.MALFORMED_REQUEST);
      types.add(ProblemType.PAYLOAD_TOO_LARGE);
      types.add(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }
    if (!operation.isOpen()) {
      types.add(ProblemType.FORBIDDEN);
      if (operation.isUnsafe()) {
        types.add(ProblemType.CSRF_TOKEN_INVALID);
      }
    }
    if (operation.hasPathParameters()) {
      types.add(ProblemType.NOT_FOUND);
    }
    if (operation.isRepeatable()) {
      types.add(ProblemType.IDEMPOTENCY_IN_PROGRESS);
      types.add(ProblemType.IDEMPOTENCY_KEY_REUSED);
    }
    if (operation.needsVersion()) {
      types.add(ProblemType.MALFORMED_REQUEST);
      types.add(ProblemType.PRECONDITION_REQUIRED);
      types.add(ProblemType.STALE_VERSION);
    }
    if (operation.isCounted()) {
      // To count whose request it is, a key is looked at even where nobody needs one.
      types.add(ProblemType.UNAUTHORIZED);
      types.add(ProblemType.RATE_LIMITED);
    }
    return types;
  }

  /** The response is described once for all operations that have it. */
  private APIResponse reference(List<ProblemType> types, boolean counted) {
    String name =
        types.stream().map(ProblemResponses::name).collect(Collectors.joining("Or"))
            + (counted ? "" : "Uncounted");
    Map<String, APIResponse> described = api.getComponents().getResponses();
    if (described == null || !described.containsKey(name)) {
      api.getComponents().addResponse(name, response(types, counted));
    }
    return OASFactory.createAPIResponse().ref(name);
  }

  private APIResponse response(List<ProblemType> types, boolean counted) {
    MediaType problem =
        OASFactory.createMediaType().schema(OASFactory.createSchema().ref("Problem"));
    for (ProblemType type : types) {
      api.getComponents().addExample(type.code(), example(type));
      problem.addExample(type.code(), OASFactory.createExample().ref(type.code()));
    }
    APIResponse response =
        OASFactory.createAPIResponse()
            .description(
                types.stream()
                    .map(type -> "`%s`: %s.".formatted(type.code(), type.title()))
                    .collect(Collectors.joining(" ")))
            .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, problem));
    Headers.addTo(response, counted);
    if (types.contains(ProblemType.UNAUTHORIZED)) {
      Headers.CHALLENGE.addTo(response);
    }
    if (types.stream().anyMatch(THAT_PASS::contains)) {
      Headers.RETRY_AFTER.addTo(response);
    }
    return response;
  }

  private static Example example(ProblemType type) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "/problems/" + type.code());
    problem.put("title", type.title());
    problem.put("status", type.status());
    problem.put("detail", type.explanation());
    problem.put("instance", "/api/v1/orders");
    problem.put("code", type.code());
    problem.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
    if (type == ProblemType.VALIDATION_FAILED) {
      problem.put("errors", List.of(fault("items[0].quantity", "must be at least 1")));
    }
    return OASFactory.createExample().summary(type.title()).value(problem);
  }

  private static Map<String, Object> fault(String field, String message) {
    Map<String, Object> fault = new LinkedHashMap<>();
    fault.put("field", field);
    fault.put("message", message);
    return fault;
  }

  private static String name(ProblemType type) {
    List<String> words = new ArrayList<>();
    for (String word : type.code().split("-", -1)) {
      words.add(Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return String.join("", words);
  }
}
