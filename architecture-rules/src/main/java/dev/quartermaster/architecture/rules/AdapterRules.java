package dev.quartermaster.architecture.rules;

import static dev.quartermaster.architecture.rules.Rule.that;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.sql.Connection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What adapters and their beans must and must not do. */
final class AdapterRules {
  static final Rule TRANSACTIONS_ARE_THE_UNIT_OF_WORKS_ALONE =
      that("production classes other than the unit of work", AdapterRules::isOutsideUnitOfWork)
          .should("neither begin, end nor declare transactions", AdapterRules::transactions)
          .because("the use case alone decides what is atomic, and it says so in one way");

  static final Rule EVERY_ENDPOINT_STATES_ITS_ACCESS_RULE =
      that("classes with endpoints", Endpoint::hasEndpoints)
          .should(
              "say of each who may call it",
              type ->
                  Endpoint.of(type)
                      .filter(endpoint -> endpoint.accessRule().isEmpty())
                      .map(
                          endpoint ->
                              endpoint.method().getFullName() + " does not say who may call it"))
          .because("an endpoint without a decision is open by accident");

  static final Rule COMMANDS_OF_THE_SIGNED_IN_CARRY_THE_ACTOR =
      that("classes with endpoints for those who are signed in", AdapterRules::hasClosedEndpoints)
          .should("tell the use cases who asks", AdapterRules::commandsWithoutActor)
          .because("the use case checks whose things they are, so it must know who asks");

  static final Rule CHANGES_THROUGH_ENDPOINTS_ARE_AUDITED =
      that("classes with endpoints that change something", AdapterRules::hasChangingEndpoints)
          .should(
              "reach a use case that appends to the audit trail",
              type ->
                  Endpoint.of(type)
                      .filter(Endpoint::changesSomething)
                      .filter(endpoint -> !isAudited(endpoint))
                      .map(
                          endpoint ->
                              endpoint.method().getFullName()
                                  + " reaches no use case that appends to the audit trail"))
          .because("what somebody changed without a trace, nobody can explain or put right");

  static final Rule NOTHING_IS_INJECTED_INTO_FIELDS =
      that("production classes", House::isProduction)
          .should("get what they need by constructor alone", AdapterRules::injections)
          .because("what a class needs stands in its constructor, and it is complete when made");

  private static final Set<String> ENDS = Set.of("commit", "rollback", "setAutoCommit");

  private static final Set<String> INJECTIONS =
      Stream.of(
              KnownType.INJECT,
              KnownType.CONFIG_PROPERTY,
              KnownType.PERSISTENCE_CONTEXT,
              KnownType.RESOURCE,
              KnownType.REQUEST_CONTEXT)
          .map(KnownType::typeName)
          .collect(Collectors.toUnmodifiableSet());

  private AdapterRules() {}

  private static boolean isOutsideUnitOfWork(JavaClass type) {
    return House.isProduction(type) && !KnownType.UNIT_OF_WORK.isSupertypeOf(House.outermost(type));
  }

  private static Stream<String> transactions(JavaClass type) {
    return Stream.concat(
        Types.dependencies(
            type,
            target ->
                KnownPackage.TRANSACTIONS.contains(target)
                    || KnownPackage.QUARKUS_TRANSACTIONS.contains(target)
                    || KnownType.JPA_TRANSACTION.is(target)),
        type.getAccessesFromSelf().stream()
            .filter(access -> access.getTargetOwner().isAssignableTo(Connection.class))
            .filter(access -> ENDS.contains(access.getName()))
            .map(access -> access.getDescription()));
  }

  private static boolean hasClosedEndpoints(JavaClass type) {
    return Endpoint.hasEndpoints(type) && Endpoint.of(type).anyMatch(Endpoint::isForTheSignedIn);
  }

  private static Stream<String> commandsWithoutActor(JavaClass type) {
    return Endpoint.of(type)
        .filter(Endpoint::isForTheSignedIn)
        .flatMap(
            endpoint ->
                endpoint.inPorts().stream()
                    .filter(
                        inPort -> inPort.getMethods().stream().anyMatch(AdapterRules::lacksActor))
                    .map(
                        inPort ->
                            endpoint.method().getFullName()
                                + " asks "
                                + inPort.getSimpleName()
                                + " without saying who asks"));
  }

  /** Also when it takes several commands at once. */
  private static boolean lacksActor(JavaMethod useCase) {
    return useCase.getParameterTypes().stream()
        .flatMap(parameter -> parameter.getAllInvolvedRawTypes().stream())
        .flatMap(Types::instanceFields)
        .noneMatch(field -> KnownType.ACTOR.isSupertypeOf(field.getRawType()));
  }

  private static boolean hasChangingEndpoints(JavaClass type) {
    return Endpoint.hasEndpoints(type) && Endpoint.of(type).anyMatch(Endpoint::changesSomething);
  }

  private static boolean isAudited(Endpoint endpoint) {
    return endpoint.inPorts().stream()
        .map(InPort::new)
        .flatMap(inPort -> inPort.services().stream())
        .anyMatch(AdapterRules::appendsToTheAuditTrail);
  }

  /** By itself, or by other classes and use cases of the application that it calls. */
  private static boolean appendsToTheAuditTrail(JavaClass service) {
    Set<JavaCodeUnit> seen = new HashSet<>();
    Deque<JavaCodeUnit> next = new ArrayDeque<>(service.getCodeUnits());
    while (!next.isEmpty()) {
      JavaCodeUnit unit = next.pop();
      if (seen.add(unit)) {
        if (unit.getMethodCallsFromSelf().stream()
            .anyMatch(call -> KnownType.AUDIT_TRAIL.isSupertypeOf(call.getTargetOwner()))) {
          return true;
        }
        unit.getCallsFromSelf().stream()
            .filter(call -> Layer.APPLICATION.contains(call.getTargetOwner()))
            .flatMap(AdapterRules::called)
            .forEach(next::add);
      }
    }
    return false;
  }

  /** What a call leads to: behind an in-port, all of its service. */
  private static Stream<JavaCodeUnit> called(JavaCall<?> call) {
    return InPort.isInPort(call.getTargetOwner())
        ? new InPort(call.getTargetOwner())
            .services().stream().flatMap(service -> service.getCodeUnits().stream())
        : call.getTarget().resolveMember().stream().map(JavaCodeUnit.class::cast);
  }

  private static Stream<String> injections(JavaClass type) {
    return Stream.<JavaMember>concat(type.getFields().stream(), type.getMethods().stream())
        .filter(
            member ->
                member.getAnnotations().stream()
                    .map(JavaAnnotation::getRawType)
                    .map(JavaClass::getName)
                    .anyMatch(INJECTIONS::contains))
        .map(member -> member.getFullName() + " is injected");
  }
}
