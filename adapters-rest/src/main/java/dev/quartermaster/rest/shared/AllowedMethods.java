package dev.quartermaster.rest.shared;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Knows which methods an address takes, for the header Allow of an answer 405. */
@Singleton
final class AllowedMethods {
  private static final Pattern TEMPLATE_PARAMETER = Pattern.compile("\\{[^/]+}");

  private final List<Endpoint> endpoints;

  AllowedMethods(BeanManager beans) {
    endpoints =
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
            .<Class<?>>map(Bean::getBeanClass)
            .filter(type -> type.isAnnotationPresent(Path.class))
            .flatMap(type -> endpoints(type).stream())
            .toList();
  }

  /** The methods that the path takes, comma-separated, as RFC 9110 has them in Allow. */
  String of(String path) {
    Set<String> methods = methods(path);
    methods.add(HttpMethod.OPTIONS);
    return String.join(", ", methods);
  }

  /** Whether the path takes other methods and not this one. */
  boolean refuse(String method, String path) {
    Set<String> methods = methods(path);
    return !methods.isEmpty() && !methods.contains(method);
  }

  private Set<String> methods(String path) {
    Set<String> methods = new TreeSet<>();
    endpoints.stream()
        .filter(endpoint -> endpoint.path.matcher(path).matches())
        .forEach(endpoint -> methods.add(endpoint.method));
    if (methods.contains(HttpMethod.GET)) {
      methods.add(HttpMethod.HEAD);
    }
    return methods;
  }

  private static List<Endpoint> endpoints(Class<?> resource) {
    List<Endpoint> found = new ArrayList<>();
    for (Method method : resource.getMethods()) {
      for (Annotation annotation : method.getAnnotations()) {
        HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
        if (verb != null) {
          found.add(
              new Endpoint(
                  pattern(resource.getAnnotation(Path.class), method.getAnnotation(Path.class)),
                  verb.value()));
        }
      }
    }
    return found;
  }

  private static Pattern pattern(Path ofResource, @Nullable Path ofMethod) {
    String template =
        ofMethod == null ? ofResource.value() : ofResource.value() + "/" + ofMethod.value();
    StringBuilder pattern = new StringBuilder();
    for (String literal : TEMPLATE_PARAMETER.split(template, -1)) {
      pattern.append(pattern.isEmpty() ? "" : "[^/]+").append(Pattern.quote(literal));
    }
    return Pattern.compile(pattern.append("/?").toString());
  }

  private record Endpoint(Pattern path, String method) {}
}
