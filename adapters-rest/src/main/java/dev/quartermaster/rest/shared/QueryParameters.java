package dev.quartermaster.rest.shared;

import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.InvalidInput;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses query parameters that the addressed method does not declare. */
@Singleton
final class QueryParameters {
  private final ConcurrentMap<Method, Set<String>> declared = new ConcurrentHashMap<>();

  @ServerRequestFilter
  void refuseUnknown(ContainerRequestContext request, ResourceInfo resource) {
    Set<String> sent = request.getUriInfo().getQueryParameters().keySet();
    if (sent.isEmpty()
        || resource.getResourceMethod().isAnnotationPresent(OpenToOthersParameters.class)) {
      return;
    }
    Set<String> known =
        declared.computeIfAbsent(resource.getResourceMethod(), QueryParameters::declaredBy);
    List<FieldError> errors =
        sent.stream()
            .filter(name -> !known.contains(name) && !isForAll(name, request))
            .filter(name -> !isOfFamily(name, resource.getResourceMethod()))
            .sorted()
            .map(name -> new FieldError(name, message(known)))
            .toList();
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
  }

  private static boolean isForAll(String name, ContainerRequestContext request) {
    return name.equals(SparseFields.PARAMETER)
        && (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"));
  }

  private static boolean isOfFamily(String name, Method method) {
    ParameterFamily family = method.getAnnotation(ParameterFamily.class);
    return family != null && name.startsWith(family.value());
  }

  private static String message(Set<String> known) {
    return "is not a parameter of this request"
        + (known.isEmpty() ? "" : "; known are " + String.join(", ", known));
  }

  private static Set<String> declaredBy(Method method) {
    Set<String> names = new TreeSet<>();
    for (Parameter parameter : method.getParameters()) {
      if (parameter.isAnnotationPresent(QueryParam.class)) {
        names.add(parameter.getAnnotation(QueryParam.class).value());
      }
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        addComponents(parameter.getType(), names);
      }
    }
    return names;
  }

  private static void addComponents(Class<?> parameters, Set<String> names) {
    for (Field field : parameters.getDeclaredFields()) {
      QueryParam parameter = field.getAnnotation(QueryParam.class);
      if (parameter != null) {
        names.add(parameter.value());
      }
    }
  }
}
