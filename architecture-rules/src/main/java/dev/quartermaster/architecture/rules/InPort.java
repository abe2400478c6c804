package dev.quartermaster.architecture.rules;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * A use case.
 *
 * @param type a top-level interface of the application
 */
public record InPort(JavaClass type) implements Port {

  /** All in-ports, sorted by name. */
  public static List<InPort> all(JavaClasses classes) {
    return classes.stream()
        .filter(InPort::isInPort)
        .sorted(Comparator.comparing(JavaClass::getName))
        .map(InPort::new)
        .toList();
  }

  static boolean isInPort(JavaClass type) {
    return type.isInterface()
        && !type.isAnnotation()
        && type.isTopLevelClass()
        && House.isType(type)
        && Layer.APPLICATION.contains(type);
  }

  /** The classes of the application that implement it: one, if all is well. */
  public List<JavaClass> services() {
    return Port.implementations(type).filter(Layer.APPLICATION::contains).toList();
  }

  /** The classes that call it from inbound adapters and bootstrap, decorators of it left out. */
  public List<JavaClass> callers() {
    return type.getAccessesToSelf().stream()
        .map(JavaAccess::getOriginOwner)
        .filter(Predicate.not(Layer.APPLICATION::contains))
        .filter(House::isProduction)
        .filter(caller -> !caller.isAssignableTo(type.getName()))
        .distinct()
        .sorted(Comparator.comparing(JavaClass::getName))
        .toList();
  }
}
