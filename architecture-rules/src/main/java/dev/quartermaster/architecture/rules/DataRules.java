package dev.quartermaster.architecture.rules;

import static dev.quartermaster.architecture.rules.Rule.that;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What data looks like. */
final class DataRules {
  static final Rule MESSAGES_ARE_RECORDS =
      that("types nested in in-ports", DataRules::isMessage)
          .should(
              "be records, enums or sealed interfaces",
              type ->
                  type.isRecord() || type.isEnum() || type.isSealed()
                      ? Stream.empty()
                      : Stream.of(type.getName() + " is not a record"))
          .because("a command that changes on its way means something else to each who reads it");

  static final Rule RECORDS_OF_THE_CORE_COPY_THEIR_COLLECTIONS =
      that("records of the core that hold collections", DataRules::holdsCollections)
          .should("copy them when they are made", DataRules::uncopied)
          .because("a record that shares its list with its maker is not immutable");

  static final Rule ENDPOINTS_TAKE_AND_GIVE_RECORDS =
      that("classes with endpoints", Endpoint::hasEndpoints)
          .should("take and give records", DataRules::answersWithoutRecord)
          .because("what goes over the wire is data: complete when made, and never changed");

  static final Rule ROOTS_REFER_TO_ROOTS_BY_ID =
      that("roots of the domain", DataRules::isRoot)
          .should("hold no other root", DataRules::rootsWithin)
          .because("what is loaded together is locked together and grows without bound");

  static final Rule VALUES_HOLD_NO_ROOTS =
      that("values of the domain", DataRules::isValue)
          .should("hold no root other than the one that they are nested in", DataRules::rootsWithin)
          .because("a value never changes, and a root within it would go stale");

  static final Rule JPA_ENTITIES_STAY_IN_THEIR_ADAPTER =
      that("JPA entities", DataRules::isJpaEntity)
          .should(
              "be package-private in an outbound adapter that alone knows them", DataRules::exposed)
          .because("an entity that leaves its adapter takes lazy loading and the schema with it");

  private static final Set<KnownType> JPA_MARKS =
      Set.of(KnownType.JPA_ENTITY, KnownType.JPA_EMBEDDABLE, KnownType.JPA_SUPERCLASS);

  private DataRules() {}

  private static boolean isMessage(JavaClass type) {
    return !type.isTopLevelClass()
        && !type.isAnonymousClass()
        && InPort.isInPort(House.outermost(type));
  }

  private static boolean holdsCollections(JavaClass type) {
    return Layer.isCore(type)
        && type.isRecord()
        && Types.instanceFields(type).anyMatch(field -> collections(field).findAny().isPresent());
  }

  private static Stream<JavaClass> collections(JavaField field) {
    return Stream.concat(
            Stream.of(field.getRawType()), field.getType().getAllInvolvedRawTypes().stream())
        .distinct()
        .filter(
            type ->
                type.isAssignableTo(Collection.class)
                    || type.isAssignableTo(Map.class)
                    || type.isArray());
  }

  private static Stream<String> uncopied(JavaClass type) {
    List<JavaAccess<?>> accesses =
        type.getConstructors().stream()
            .flatMap(constructor -> constructor.getAccessesFromSelf().stream())
            .collect(Collectors.toList());
    return Types.instanceFields(type)
        .filter(field -> collections(field).anyMatch(held -> !isCopied(held, type, accesses)))
        .map(field -> field.getFullName() + " is not copied by the constructor");
  }

  /** Counts, as two lists need two copies. */
  private static boolean isCopied(JavaClass held, JavaClass type, List<JavaAccess<?>> accesses) {
    long needed =
        Types.instanceFields(type).flatMap(DataRules::collections).filter(held::equals).count();
    long made =
        accesses.stream()
            .filter(
                access ->
                    held.isArray()
                        ? access.getName().equals("clone")
                        : access.getName().equals("copyOf") && access.getTargetOwner().equals(held))
            .count();
    return made >= needed;
  }

  private static Stream<String> answersWithoutRecord(JavaClass type) {
    return Endpoint.of(type)
        .flatMap(endpoint -> endpoint.transported().stream())
        .filter(House::contains)
        .filter(used -> !used.isRecord() && !used.isEnum())
        .distinct()
        .map(used -> used.getName() + " goes over the wire and is not a record");
  }

  private static boolean isRoot(JavaClass type) {
    return Layer.DOMAIN.contains(type)
        && type.isRecord()
        && Types.instanceFields(type).anyMatch(field -> field.getName().equals("id"));
  }

  private static boolean isValue(JavaClass type) {
    return Layer.DOMAIN.contains(type)
        && House.isType(type)
        && !type.isInterface()
        && !isRoot(type);
  }

  private static Stream<String> rootsWithin(JavaClass type) {
    return Types.instanceFields(type)
        .filter(
            field ->
                Types.ofField(field)
                    .anyMatch(held -> isRoot(held) && !held.equals(House.outermost(type))))
        .map(field -> field.getFullName() + " is a root; its id would do");
  }

  private static boolean isJpaEntity(JavaClass type) {
    return House.isProduction(type)
        && JPA_MARKS.stream().anyMatch(mark -> type.isAnnotatedWith(mark.typeName()));
  }

  private static Stream<String> exposed(JavaClass type) {
    Stream.Builder<String> violations = Stream.builder();
    if (!Layer.OUTBOUND_ADAPTER.contains(type)) {
      violations.add(type.getName() + " is not in an outbound adapter");
    }
    if (type.getModifiers().contains(JavaModifier.PUBLIC)) {
      violations.add(type.getName() + " is public");
    }
    type.getDirectDependenciesToSelf().stream()
        .filter(use -> !House.areInOneModule(use.getOriginClass(), type))
        .map(Types::describe)
        .forEach(violations::add);
    return violations.build();
  }
}
