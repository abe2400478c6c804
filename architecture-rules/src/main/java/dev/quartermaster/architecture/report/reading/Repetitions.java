package dev.quartermaster.architecture.report.reading;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import dev.quartermaster.architecture.report.facts.Idempotency;
import dev.quartermaster.architecture.rules.Layer;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads what becomes of a repeated request: it is answered from the records when the resource is
 * marked so, or leaves its work to what executes once.
 */
final class Repetitions {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final String MARK = "Idempotent";
  private static final String USE_CASE = "ExecuteIdempotently";

  private Repetitions() {}

  static Idempotency of(String method, JavaMethod handler) {
    if (SAFE.contains(method)) {
      return Idempotency.SAFE;
    }
    return isMarked(handler) || executesOnce(handler) ? Idempotency.BY_KEY : Idempotency.NOT_KEPT;
  }

  private static boolean isMarked(JavaMethod handler) {
    return Stream.of(handler.getAnnotations(), handler.getOwner().getAnnotations())
        .flatMap(Set::stream)
        .anyMatch(annotation -> annotation.getRawType().getSimpleName().equals(MARK));
  }

  private static boolean executesOnce(JavaMethod handler) {
    return Reach.of(handler)
        .accesses()
        .map(JavaAccess::getTargetOwner)
        .distinct()
        .filter(owner -> Layer.of(owner).filter(Layer.INBOUND_ADAPTER::equals).isPresent())
        .flatMap(owner -> owner.getDirectDependenciesFromSelf().stream())
        .map(dependency -> dependency.getTargetClass())
        .map(JavaClass::getSimpleName)
        .anyMatch(USE_CASE::equals);
  }
}
