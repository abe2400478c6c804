package dev.quartermaster.architecture.rules;

import static dev.quartermaster.architecture.rules.Rule.that;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What services look like. */
final class UseCaseRules {
  static final Rule THE_APPLICATION_SHOWS_ITS_IN_PORTS_ALONE =
      that("classes of the application behind its in-ports", UseCaseRules::isBehindInPorts)
          .should("be package-private and final", UseCaseRules::tooOpen)
          .because("who can see a service can call it past its in-port, and decorators with it");

  static final Rule A_SERVICE_HAS_ONE_IN_PORT =
      that("services", UseCaseRules::isService)
          .should(
              "implement one in-port, nothing else, and bear the mark of a use case",
              UseCaseRules::misbuilt)
          .because("a class with one reason to change is a class for one use case");

  static final Rule SERVICES_TAKE_WHAT_THEY_NEED_BY_CONSTRUCTOR =
      that("services", UseCaseRules::isService)
          .should("have one constructor", UseCaseRules::severalConstructors)
          .because("what a use case needs stands in one place, for the container and for tests");

  static final Rule THE_APPLICATION_KEEPS_NO_STATE =
      that("classes of the application behind its in-ports", UseCaseRules::isBehindInPorts)
          .should("have no field that changes", UseCaseRules::state)
          .because("any number of requests and nodes share a service, so its state lies in ports");

  private UseCaseRules() {}

  private static boolean isBehindInPorts(JavaClass type) {
    return Layer.APPLICATION.contains(type)
        && House.isType(type)
        && !type.isAnnotation()
        && !InPort.isInPort(House.outermost(type))
        && !type.isAnonymousClass();
  }

  private static boolean isService(JavaClass type) {
    return Layer.APPLICATION.contains(type)
        && !type.isInterface()
        && type.getAllRawInterfaces().stream().anyMatch(InPort::isInPort);
  }

  private static Stream<String> tooOpen(JavaClass type) {
    Set<JavaModifier> modifiers = type.getModifiers();
    Stream.Builder<String> violations = Stream.builder();
    if (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED)) {
      violations.add(type.getName() + " can be seen outside of its package");
    }
    if (!modifiers.contains(JavaModifier.FINAL) && !type.isInterface()) {
      violations.add(type.getName() + " is not final");
    }
    return violations.build();
  }

  private static Stream<String> misbuilt(JavaClass type) {
    Stream.Builder<String> violations = Stream.builder();
    if (type.getRawInterfaces().size() != 1 || type.getAllRawInterfaces().size() != 1) {
      violations.add(
          type.getName()
              + " implements "
              + Types.names(type.getAllRawInterfaces().stream())
              + " rather than one in-port");
    }
    if (type.getAnnotations().stream()
        .noneMatch(mark -> Layer.APPLICATION.contains(mark.getRawType()))) {
      violations.add(type.getName() + " does not bear the application's mark of a use case");
    }
    return violations.build();
  }

  private static Stream<String> severalConstructors(JavaClass type) {
    return type.getConstructors().size() == 1
        ? Stream.empty()
        : Stream.of(type.getName() + " has several constructors");
  }

  private static Stream<String> state(JavaClass type) {
    return type.getFields().stream()
        .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
        .filter(UseCaseRules::isState)
        .map(field -> field.getFullName() + " can change");
  }

  private static boolean isState(JavaField field) {
    boolean container =
        Stream.of(Collection.class, Map.class, StringBuilder.class)
                .anyMatch(field.getRawType()::isAssignableTo)
            || field.getRawType().isArray()
            || field.getRawType().getPackageName().startsWith("java.util.concurrent");
    return !field.getModifiers().contains(JavaModifier.FINAL) || container;
  }
}
