package dev.quartermaster.rest.shared.description;

import dev.quartermaster.rest.shared.Idempotency;
import dev.quartermaster.rest.shared.Idempotent;
import dev.quartermaster.rest.shared.ProblemType;
import dev.quartermaster.rest.shared.RequestLimit;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/**
 * An operation of the API's description, and what the method behind it tells about it.
 *
 * @param path where it is
 * @param verb by which HTTP method
 * @param operation its description
 * @param method what carries it out
 */
record DescribedOperation(
    String path, PathItem.HttpMethod verb, Operation operation, MethodInfo method) {
  private static final DotName OPERATION =
      DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);
  private static final DotName REFUSES = DotName.createSimple(Refuses.class);
  private static final DotName IDEMPOTENCY = DotName.createSimple(Idempotency.class);
  private static final DotName HEADERS = DotName.createSimple(HttpHeaders.class);
  private static final DotName STREAM = DotName.createSimple(Multi.class);
  private static final Set<DotName> OF_NO_FIELDS =
      Set.of(DotName.createSimple(String.class), DotName.createSimple(Void.class));
  private static final Set<PathItem.HttpMethod> UNSAFE =
      EnumSet.of(
          PathItem.HttpMethod.POST,
          PathItem.HttpMethod.PUT,
          PathItem.HttpMethod.PATCH,
          PathItem.HttpMethod.DELETE);

  /** All operations of the description. */
  static List<DescribedOperation> all(OpenAPI api, IndexView index) {
    Map<String, MethodInfo> methods =
        index.getAnnotations(OPERATION).stream()
            .filter(annotation -> annotation.target().kind() == AnnotationTarget.Kind.METHOD)
            .filter(annotation -> annotation.value("operationId") != null)
            .collect(
                Collectors.toMap(
                    annotation -> annotation.value("operationId").asString(),
                    annotation -> annotation.target().asMethod(),
                    // An index of several archives may know a class twice.
                    (first, _) -> first));
    List<DescribedOperation> found = new ArrayList<>();
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach(
                        (verb, operation) ->
                            found.add(
                                new DescribedOperation(
                                    path,
                                    verb,
                                    operation,
                                    Optional.ofNullable(methods.get(operation.getOperationId()))
                                        .orElseThrow(() -> nameless(verb, path))))));
    return found;
  }

  private static IllegalStateException nameless(PathItem.HttpMethod verb, String path) {
    return new IllegalStateException(
        "Give the method behind %s %s an @Operation with an operationId.".formatted(verb, path));
  }

  boolean isRead() {
    return verb == PathItem.HttpMethod.GET;
  }

  boolean isUnsafe() {
    return UNSAFE.contains(verb);
  }

  /** Whether nobody has to show who they are. */
  boolean isOpen() {
    return method.hasDeclaredAnnotation(PermitAll.class)
        || (method.declaringClass().hasDeclaredAnnotation(PermitAll.class)
            && !method.hasDeclaredAnnotation(Authenticated.class));
  }

  /** Whether its requests are counted against a rate limit. */
  boolean isCounted() {
    return RequestLimit.counts(path);
  }

  /** Whether a repetition with the same {@code Idempotency-Key} gets the first answer. */
  boolean isRepeatable() {
    return isUnsafe()
        && (method.hasDeclaredAnnotation(Idempotent.class)
            || method.declaringClass().hasDeclaredAnnotation(Idempotent.class)
            || method.declaringClass().fields().stream()
                .anyMatch(field -> field.type().name().equals(IDEMPOTENCY)));
  }

  /** Whether it changes one version of a resource, which {@code If-Match} names. */
  boolean needsVersion() {
    return isUnsafe()
        && verb != PathItem.HttpMethod.POST
        && method.parameterTypes().stream().anyMatch(type -> type.name().equals(HEADERS));
  }

  boolean takesBody() {
    return operation.getRequestBody() != null;
  }

  /** Whether its method answers records, of which a client can choose fields. */
  boolean answersRecords() {
    return !streams()
        && method.returnType().kind() == Type.Kind.PARAMETERIZED_TYPE
        && method.returnType().asParameterizedType().arguments().stream()
            .noneMatch(answered -> OF_NO_FIELDS.contains(answered.name()));
  }

  /** Whether its answer has no end. */
  boolean streams() {
    return method.returnType().name().equals(STREAM);
  }

  /** Whether it shows something, of which a client may have the present version already. */
  boolean shows() {
    return isRead()
        && !streams()
        && successes().values().stream().anyMatch(answer -> answer.getContent() != null);
  }

  boolean hasPathParameters() {
    return path.contains("{");
  }

  /** The answers to requests that succeed, by status. */
  Map<String, APIResponse> successes() {
    return operation.getResponses().getAPIResponses().entrySet().stream()
        .filter(response -> response.getKey().startsWith("2") || response.getKey().equals("303"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The problems that its method declares. */
  Set<ProblemType> declaredProblems() {
    return Optional.ofNullable(method.declaredAnnotation(REFUSES))
        .map(AnnotationInstance::value)
        .map(value -> Arrays.stream(value.asEnumArray()))
        .orElse(Stream.empty())
        .map(ProblemType::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ProblemType.class)));
  }
}
