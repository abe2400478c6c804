package dev.quartermaster.architecture.report.reading;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import dev.quartermaster.architecture.report.facts.Trigger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads what acts without being asked: scheduled methods, and observers of the start. */
final class Triggers {
  private static final String SCHEDULED = "io.quarkus.scheduler.Scheduled";
  private static final String OBSERVES = "jakarta.enterprise.event.Observes";
  private static final String START = "io.quarkus.runtime.StartupEvent";

  private final House house;

  Triggers(House house) {
    this.house = house;
  }

  List<Trigger> read() {
    return house.production().stream()
        .flatMap(javaClass -> javaClass.getMethods().stream())
        .flatMap(method -> when(method).map(when -> trigger(when, method)).stream())
        .filter(trigger -> !trigger.useCases().isEmpty())
        .sorted(Comparator.comparing(Trigger::when).thenComparing(Trigger::handler))
        .toList();
  }

  private Trigger trigger(String when, JavaMethod method) {
    return new Trigger(
        when,
        House.contextName(method.getOwner()),
        InPorts.nameOf(method),
        Reach.of(method).called(house).stream().map(JavaClass::getSimpleName).toList());
  }

  private static Optional<String> when(JavaMethod method) {
    if (method.isAnnotatedWith(SCHEDULED)) {
      return Annotations.text(method, SCHEDULED, "every")
          .map(interval -> "every " + interval)
          .or(() -> Annotations.text(method, SCHEDULED, "cron").map(cron -> "at " + cron));
    }
    return method.getParameters().stream().anyMatch(Triggers::isStart)
        ? Optional.of("at every start")
        : Optional.empty();
  }

  private static boolean isStart(JavaParameter parameter) {
    return parameter.isAnnotatedWith(OBSERVES) && parameter.getRawType().getName().equals(START);
  }
}
