package dev.quartermaster.architecture.report.reading;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a method does, with the methods of its own package that it leaves a part of it to. */
final class Reach {
  private final Set<JavaCodeUnit> codeUnits = new LinkedHashSet<>();

  private Reach() {}

  /** Everything that the method reaches inside its package, in the order of the source. */
  static Reach of(JavaCodeUnit start) {
    Reach reach = new Reach();
    reach.follow(start, start.getOwner().getPackageName());
    return reach;
  }

  private void follow(JavaCodeUnit codeUnit, String packageName) {
    if (codeUnits.add(codeUnit)) {
      accesses(codeUnit)
          .flatMap(access -> access.getTarget().resolveMember().stream())
          .filter(member -> member.getOwner().getPackageName().equals(packageName))
          .filter(JavaCodeUnit.class::isInstance)
          .map(JavaCodeUnit.class::cast)
          .forEach(called -> follow(called, packageName));
    }
  }

  /** The accesses to anything, in the order of the source. */
  Stream<JavaAccess<?>> accesses() {
    return codeUnits.stream().flatMap(Reach::accesses);
  }

  /** The in-ports that are called, in the order of the source. */
  List<JavaClass> called(House house) {
    return accesses().map(JavaAccess::getTargetOwner).filter(house::isInPort).distinct().toList();
  }

  private static Stream<JavaAccess<?>> accesses(JavaCodeUnit codeUnit) {
    return codeUnit.getAccessesFromSelf().stream()
        .sorted(
            Comparator.<JavaAccess<?>>comparingInt(JavaAccess::getLineNumber)
                .thenComparing(JavaAccess::getDescription));
  }
}
