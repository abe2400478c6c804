package dev.quartermaster.architecture.report.reading;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.quartermaster.architecture.report.facts.ContextFacts;
import dev.quartermaster.architecture.report.facts.Use;
import dev.quartermaster.architecture.rules.Context;
import dev.quartermaster.architecture.rules.Layer;
import java.util.List;

/** Reads the contexts, each after those that use it. */
final class Contexts {
  private final House house;
  private final InPorts inPorts;
  private final OutPorts outPorts;
  private final Purposes purposes;

  Contexts(House house, InPorts inPorts, OutPorts outPorts, Purposes purposes) {
    this.house = house;
    this.inPorts = inPorts;
    this.outPorts = outPorts;
    this.purposes = purposes;
  }

  List<ContextFacts> read() {
    return UsersFirst.sort(
        house.contexts().stream().map(this::facts).toList(),
        ContextFacts::name,
        context -> context.uses().stream().map(Use::name).toList());
  }

  private ContextFacts facts(Context context) {
    List<JavaClass> classes = house.production(context);
    JavaClass ofDomain = classes.stream().filter(Contexts::isOfDomain).findFirst().orElseThrow();
    return new ContextFacts(
        context.name(),
        purposes.ofPackageOf(ofDomain),
        (int) classes.stream().filter(JavaClass::isTopLevelClass).count(),
        Uses.between(
            classes,
            target ->
                Context.of(target).filter(other -> !other.equals(context)).map(Context::name)),
        inPorts.of(context),
        outPorts.of(context));
  }

  private static boolean isOfDomain(JavaClass javaClass) {
    return Layer.of(javaClass).filter(Layer.DOMAIN::equals).isPresent();
  }
}
