package dev.quartermaster.rest.shared;

import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.InvalidInput;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Refuses query parameters that the addressed method does not declare, and {@code fields} that its
 * answer does not have. Where a reading method has parameters of its own to check, its turn comes
 * first, so that all that is wrong is named at once.
 */
@Singleton
final class QueryParameters {
  private static final String FOUND = QueryParameters.class.getName();

  private final ConcurrentMap<Method, Known> known = new ConcurrentHashMap<>();
  private final Problems problems;

  QueryParameters(Problems problems) {
    this.problems = problems;
  }

  @ServerRequestFilter
  void check(ContainerRequestContext request, ResourceInfo resource, RoutingContext context) {
    MultivaluedMap<String, String> sent = request.getUriInfo().getQueryParameters();
    if (sent.isEmpty()
        || resource.getResourceMethod().isAnnotationPresent(OpenToOthersParameters.class)) {
      return;
    }
    Known declared = known.computeIfAbsent(resource.getResourceMethod(), Known::of);
    List<FieldError> errors = errors(sent, declared, isRead(request));
    if (errors.isEmpty()) {
      return;
    }
    if (isRead(request) && declared.areReadTogether()) {
      context.put(FOUND, errors);
    } else {
      throw new InvalidInput(errors);
    }
  }

  /** What the method has found at fault, with what was found before its turn. */
  static InvalidInput all(InvalidInput found, RoutingContext context) {
    List<FieldError> before = context.remove(FOUND);
    return before == null
        ? found
        : new InvalidInput(Stream.concat(before.stream(), found.fieldErrors().stream()).toList());
  }

  /**
   * Refuses what was found before a method's turn, for methods whose answer is on its way before it
   * could be changed.
   */
  static void refuseFound(RoutingContext context) {
    List<FieldError> before = context.remove(FOUND);
    if (before != null) {
      throw new InvalidInput(before);
    }
  }

  @ServerResponseFilter
  void refuse(ContainerResponseContext response, RoutingContext context) {
    List<FieldError> before = context.remove(FOUND);
    if (before != null && response.getStatus() < 400) {
      Problem problem = problems.invalid(before, context);
      response.getHeaders().clear();
      response.getHeaders().putSingle("Content-Type", Problem.MEDIA_TYPE);
      response.setStatus(problem.status());
      response.setEntity(problem);
    }
  }

  private static boolean isRead(ContainerRequestContext request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }

  private static List<FieldError> errors(
      MultivaluedMap<String, String> sent, Known declared, boolean isRead) {
    List<FieldError> errors = new ArrayList<>();
    boolean hasFields = isRead && !declared.fields.isEmpty();
    for (String name : new TreeSet<>(sent.keySet())) {
      if (name.equals(SparseFields.PARAMETER) && hasFields) {
        checkFields(sent.getFirst(name), declared.fields, errors);
      } else if (!declared.knows(name)) {
        errors.add(new FieldError(name, unknown(declared.parameters)));
      }
    }
    return errors;
  }

  private static void checkFields(String wanted, Set<String> known, List<FieldError> errors) {
    Set<String> unknown = new TreeSet<>(List.of(wanted.split(",", -1)));
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      errors.add(
          new FieldError(
              SparseFields.PARAMETER,
              "knows no field "
                  + String.join(", ", unknown)
                  + "; known are "
                  + String.join(", ", known)));
    }
  }

  private static String unknown(Set<String> known) {
    return "is not a parameter of this request"
        + (known.isEmpty() ? "" : "; known are " + String.join(", ", known));
  }

  /**
   * What a method knows.
   *
   * @param parameters the names of its query parameters
   * @param family what the names begin with that clients choose, if they may choose any
   * @param fields the fields of what it answers
   * @param areReadTogether whether it checks a set of parameters itself
   */
  private record Known(
      Set<String> parameters,
      Optional<String> family,
      Set<String> fields,
      boolean areReadTogether) {

    static Known of(Method method) {
      Set<String> names = new TreeSet<>();
      boolean areReadTogether = false;
      for (Parameter parameter : method.getParameters()) {
        if (parameter.isAnnotationPresent(QueryParam.class)) {
          names.add(parameter.getAnnotation(QueryParam.class).value());
        }
        if (parameter.isAnnotationPresent(BeanParam.class)) {
          addComponents(parameter.getType(), names);
          areReadTogether = true;
        }
      }
      Optional<String> family =
          Optional.ofNullable(method.getAnnotation(ParameterFamily.class))
              .map(ParameterFamily::value);
      return new Known(names, family, AnsweredFields.of(method), areReadTogether);
    }

    boolean knows(String name) {
      return parameters.contains(name) || family.filter(name::startsWith).isPresent();
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
}
