package dev.quartermaster.architecture.report.reading;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import dev.quartermaster.architecture.report.facts.PermissionCheck;
import dev.quartermaster.architecture.rules.InPort;
import dev.quartermaster.architecture.rules.KnownType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads from the services what use cases ask of the actor: {@code actor.require(Permission.X)} in
 * the use case's own method is what it needs, any other mention of a permission lets the actor do
 * more.
 */
final class Permissions {
  private static final String ACTOR = KnownType.ACTOR.typeName();
  private static final String PERMISSION = ACTOR.replaceFirst("Actor$", "Permission");

  /** What the services of an in-port ask. */
  PermissionCheck of(InPort inPort) {
    return UseCases.of(inPort)
        .map(Permissions::of)
        .reduce(PermissionCheck.NONE, PermissionCheck::and);
  }

  private static PermissionCheck of(JavaCodeUnit useCase) {
    Set<Integer> requiringLines =
        useCase.getMethodCallsFromSelf().stream()
            .filter(call -> isOnActor(call, "require"))
            .map(JavaAccess::getLineNumber)
            .collect(Collectors.toSet());
    Reach reach = Reach.of(useCase);
    return new PermissionCheck(
        permissions(
            useCase.getFieldAccesses().stream()
                .filter(access -> requiringLines.contains(access.getLineNumber()))),
        permissions(
            reach
                .accesses()
                .filter(JavaFieldAccess.class::isInstance)
                .map(JavaFieldAccess.class::cast)),
        reach.accesses().anyMatch(access -> isOnActor(access, "is")));
  }

  private static boolean isOnActor(JavaAccess<?> access, String method) {
    return access.getTargetOwner().getName().equals(ACTOR) && access.getName().equals(method);
  }

  private static List<String> permissions(Stream<JavaFieldAccess> accesses) {
    return accesses
        .filter(access -> access.getTargetOwner().getName().equals(PERMISSION))
        .map(access -> code(access.getTarget().getName()))
        .distinct()
        .sorted()
        .toList();
  }

  /** The codes of permissions are their names in another case. */
  private static String code(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ':');
  }
}
