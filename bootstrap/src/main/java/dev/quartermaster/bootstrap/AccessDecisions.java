package dev.quartermaster.bootstrap;

import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import io.vertx.ext.web.Router;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Keeps the application from starting while an endpoint does not say who may call it. */
@Singleton
final class AccessDecisions {
  private static final List<Class<? extends Annotation>> DECISIONS =
      List.of(
          PermitAll.class,
          Authenticated.class,
          RolesAllowed.class,
          PermissionsAllowed.class,
          DenyAll.class);

  private final BeanManager beans;

  AccessDecisions(BeanManager beans) {
    this.beans = beans;
  }

  /** Runs before the server listens. */
  void check(@Observes Router router) {
    requireIn(beans.getBeans(Object.class, Any.Literal.INSTANCE).stream().map(Bean::getBeanClass));
  }

  /**
   * Looks at the resources among some classes.
   *
   * @throws CannotStartException naming the endpoints that nobody has decided on
   */
  static void requireIn(Stream<Class<?>> classes) {
    List<String> undecided =
        classes
            .filter(type -> type.isAnnotationPresent(Path.class))
            .filter(type -> !isDecided(type))
            .flatMap(type -> Arrays.stream(type.getMethods()))
            .filter(method -> isEndpoint(method) && !isDecided(method))
            .map(method -> method.getDeclaringClass().getName() + "." + method.getName())
            .sorted()
            .toList();
    if (!undecided.isEmpty()) {
      throw new CannotStartException(
          "nobody has decided who may call %s; annotate with @PermitAll, @Authenticated or @RolesAllowed"
              .formatted(String.join(", ", undecided)));
    }
  }

  private static boolean isEndpoint(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
  }

  private static boolean isDecided(AnnotatedElement element) {
    return DECISIONS.stream().anyMatch(element::isAnnotationPresent);
  }
}
