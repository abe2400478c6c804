package dev.quartermaster.architecture.rules;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What rules ask of types. */
final class Types {
  private static final Set<String> JAVA_BASE =
      ModuleLayer.boot().findModule("java.base").orElseThrow().getPackages();

  private Types() {}

  static boolean isOfJavaBase(JavaClass type) {
    return type.isPrimitive()
        || (JAVA_BASE.contains(type.getPackageName()) && KnownPackage.JDK.contains(type));
  }

  /**
   * Whether the type is a value of the domain: data, an error, or a closed set of them. Out-ports
   * and classes that do something are none.
   */
  static boolean isDomainValue(JavaClass type) {
    return Layer.DOMAIN.contains(type)
        && !OutPort.isOutPort(House.outermost(type))
        && (type.isRecord()
            || type.isEnum()
            || type.isInterface()
            || type.isAssignableTo(Throwable.class));
  }

  /** The types that a method takes, gives and throws, with their type arguments. */
  static Stream<JavaClass> ofSignature(JavaCodeUnit method) {
    return Stream.of(
            method.getParameters().stream().map(JavaParameter::getType).flatMap(Types::involved),
            involved(method.getReturnType()),
            method.getExceptionTypes().stream())
        .flatMap(types -> types)
        .distinct();
  }

  /** The types of a field, with their type arguments. */
  static Stream<JavaClass> ofField(JavaField field) {
    return involved(field.getType());
  }

  private static Stream<JavaClass> involved(JavaType type) {
    return type.getAllInvolvedRawTypes().stream().map(JavaClass::getBaseComponentType);
  }

  /** The fields of each object; in a record its components. */
  static Stream<JavaField> instanceFields(JavaClass type) {
    return type.getFields().stream()
        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
        .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC));
  }

  /** The dependencies whose target the predicate refuses, in words. */
  static Stream<String> dependencies(JavaClass type, Predicate<JavaClass> refused) {
    return type.getDirectDependenciesFromSelf().stream()
        .filter(dependency -> refused.test(dependency.getTargetClass().getBaseComponentType()))
        .map(Types::describe);
  }

  static String describe(Dependency dependency) {
    return dependency.getDescription();
  }

  static String names(Stream<JavaClass> types) {
    return types
        .map(JavaClass::getSimpleName)
        .sorted()
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
