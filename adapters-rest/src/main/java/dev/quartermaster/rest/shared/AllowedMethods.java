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

/** Knows which methods an address takes, for the header Allow. */
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

  /** Whether there is something at the path. */
  boolean know(String path) {
    return !methods(path).isEmpty();
  }

  /** Whether the path takes other methods and not this one. */
  boolean refuse(String method, String path) {
    Set<String> methods = methods(path);
    return !methods.isEmpty() && !methods.contains(method);
  }

  /** Of several templates that fit a path, the one with the most letters of its own counts. */
  private Set<String> methods(String path) {
    List<Endpoint> fitting =
        endpoints.stream().filter(endpoint -> endpoint.path.matcher(path).matches()).toList();
    int closest = fitting.stream().mapToInt(Endpoint::literalLength).max().orElse(0);
    Set<String> methods = new TreeSet<>();
    fitting.stream()
        .filter(endpoint -> endpoint.literalLength == closest)
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
          String template =
              template(resource.getAnnotation(Path.class), method.getAnnotation(Path.class));
          found.add(
              new Endpoint(
                  pattern(template),
                  TEMPLATE_PARAMETER.matcher(template).replaceAll("").length(),
                  verb.value()));
        }
      }
    }
    return found;
  }

  private static String template(Path ofResource, @Nullable Path ofMethod) {
    return ofMethod == null ? ofResource.value() : ofResource.value() + "/" + ofMethod.value();
  }

  private static Pattern pattern(String template) {
    StringBuilder pattern = new StringBuilder();
    for (String literal : TEMPLATE_PARAMETER.split(template, -1)) {
      pattern.append(pattern.isEmpty() ? "" : "[^/]+").append(Pattern.quote(literal));
    }
    return Pattern.compile(pattern.append("/?").toString());
  }

  private record Endpoint(Pattern path, int literalLength, String method) {}
}
