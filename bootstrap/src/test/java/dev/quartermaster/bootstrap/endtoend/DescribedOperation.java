package dev.quartermaster.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An operation as the running application describes it.
 *
 * @param id its name
 * @param method its HTTP method
 * @param path its path, with parameters in braces
 * @param security the schemes of which one has to be satisfied
 * @param parameters the names of its parameters
 */
record DescribedOperation(
    String id, String method, String path, List<String> security, List<String> parameters) {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  // Read once for all tests, as the application describes itself alike however it is configured.
  private static @Nullable Map<String, DescribedOperation> known;

  DescribedOperation {
    security = List.copyOf(security);
    parameters = List.copyOf(parameters);
  }

  /** The operations at {@code /openapi}, by their id. */
  static synchronized Map<String, DescribedOperation> all() {
    Map<String, DescribedOperation> all = known == null ? read() : known;
    known = all;
    return all;
  }

  private static Map<String, DescribedOperation> read() {
    Map<String, Map<String, Object>> paths =
        Shop.anonymous().get("/openapi?format=json").then().statusCode(200).extract().path("paths");
    Map<String, DescribedOperation> operations = new TreeMap<>();
    paths.forEach(
        (path, item) ->
            item.forEach(
                (method, operation) -> {
                  if (METHODS.contains(method)) {
                    DescribedOperation read = read(path, method, operation);
                    assertThat(operations.put(read.id(), read)).as(read.id()).isNull();
                  }
                }));
    return operations;
  }

  /** Whether it reads and changes nothing. */
  boolean isRead() {
    return method.equals("GET");
  }

  /** Whether it changes a thing that is there already. */
  boolean isChangeOfResource() {
    return Set.of("PUT", "PATCH", "DELETE").contains(method);
  }

  private static DescribedOperation read(String path, String method, Object described) {
    Map<String, Object> members = new LinkedHashMap<>();
    ((Map<?, ?>) described).forEach((name, value) -> members.put((String) name, value));
    List<String> security = new ArrayList<>();
    for (Object way : (List<?>) members.getOrDefault("security", List.of())) {
      ((Map<?, ?>) way).keySet().forEach(scheme -> security.add((String) scheme));
    }
    List<String> parameters = new ArrayList<>();
    for (Object parameter : (List<?>) members.getOrDefault("parameters", List.of())) {
      parameters.add(String.valueOf(((Map<?, ?>) parameter).get("name")));
    }
    return new DescribedOperation(
        String.valueOf(members.getOrDefault("operationId", method + " " + path)),
        method.toUpperCase(Locale.ROOT),
        path,
        security,
        parameters);
  }
}
