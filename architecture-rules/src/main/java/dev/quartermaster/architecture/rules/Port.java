package dev.quartermaster.architecture.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** An interface through which the application and the world meet. */
public sealed interface Port permits InPort, OutPort {

  /** The interface. */
  JavaClass type();

  /** The context that owns it. */
  default Context context() {
    return Context.of(type())
        .orElseThrow(() -> new IllegalStateException(type().getName() + " is in no context"));
  }

  /** Its name without the package. */
  default String name() {
    return type().getSimpleName();
  }

  /** All in-ports and out-ports, sorted by name. */
  static List<Port> all(JavaClasses classes) {
    return Stream.<Port>concat(InPort.all(classes).stream(), OutPort.all(classes).stream())
        .sorted(Comparator.comparing(port -> port.type().getName()))
        .toList();
  }

  /** Those that can be made and implement the interface. */
  static Stream<JavaClass> implementations(JavaClass type) {
    return type.getAllSubclasses().stream()
        .filter(
            subclass ->
                !subclass.isInterface() && !subclass.getModifiers().contains(JavaModifier.ABSTRACT))
        .sorted(Comparator.comparing(JavaClass::getName));
  }
}
