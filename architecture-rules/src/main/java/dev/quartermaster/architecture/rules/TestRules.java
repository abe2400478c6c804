package dev.quartermaster.architecture.rules;

import static dev.quartermaster.architecture.rules.Rule.withTestsThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.stream.Stream;

/** What keeps tests honest, and the compiler's warnings. */
final class TestRules {
  static final Rule TESTS_OF_THE_CORE_MOCK_NOTHING =
      withTestsThat("the testkit and the tests of the core", TestRules::isTestOfCore)
          .should(
              "know the house, the JDK, JUnit, AssertJ and jqwik alone",
              type -> Types.dependencies(type, TestRules::mayMock))
          .because("a mock promises what nobody keeps; the testkit's ports run the contracts");

  static final Rule EVERY_SUPPRESSION_GIVES_ITS_REASON =
      withTestsThat("files of the house", TestRules::isFile)
          .should(
              "say why, beside each annotation that silences a tool or a test",
              type -> SourceFile.of(type).unexplainedSuppressions())
          .because("whoever meets it later must know when it can go");

  private static final Set<String> CORE = Set.of("domain", "application");

  private TestRules() {}

  private static boolean isTestOfCore(JavaClass type) {
    return House.isTestkit(type)
        || (Place.isTest(type)
            && Place.of(type)
                .map(Place::packageName)
                .filter(module -> CORE.contains(module) || module.equals(House.TESTKIT))
                .isPresent());
  }

  private static boolean mayMock(JavaClass target) {
    return !target.isPrimitive()
        && (target.getName().equals("java.lang.reflect.Proxy")
            || Stream.of(
                    KnownPackage.HOUSE,
                    KnownPackage.JDK,
                    KnownPackage.JDK_CRYPTOGRAPHY,
                    KnownPackage.JDK_HTTP_SERVER,
                    KnownPackage.JSPECIFY,
                    KnownPackage.JUNIT,
                    KnownPackage.ASSERTJ,
                    KnownPackage.JQWIK)
                .noneMatch(known -> known.contains(target)));
  }

  private static boolean isFile(JavaClass type) {
    return House.contains(type) && type.isTopLevelClass() && House.isType(type);
  }
}
