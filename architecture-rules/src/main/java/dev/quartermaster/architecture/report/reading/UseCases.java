package dev.quartermaster.architecture.report.reading;

import com.tngtech.archunit.core.domain.JavaMethod;
import dev.quartermaster.architecture.rules.InPort;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The methods that do what in-ports promise. */
final class UseCases {
  private UseCases() {}

  /** The methods of an in-port's services that implement it. */
  static Stream<JavaMethod> of(InPort inPort) {
    Set<String> names =
        inPort.type().getMethods().stream().map(JavaMethod::getName).collect(Collectors.toSet());
    return inPort.services().stream()
        .flatMap(service -> service.getMethods().stream())
        .filter(method -> names.contains(method.getName()));
  }
}
