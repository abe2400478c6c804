package dev.quartermaster.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.quartermaster.architecture.rules.ArchitectureRules;
import dev.quartermaster.architecture.rules.KnownPackage;
import dev.quartermaster.architecture.rules.KnownType;
import dev.quartermaster.architecture.rules.NamedRule;
import dev.quartermaster.architecture.rules.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules themselves can fail, and none is forgotten. */
class RuleBookTest {
  private static final Path RULES =
      TheHouse.FOLDER.resolve(
          "architecture-rules/src/main/java/dev/quartermaster/architecture/rules");
  private static final Pattern PACKAGE_LITERAL = Pattern.compile("\"[a-z]+\\.[a-z.]+(\\.\\.)?\"");
  private static final JavaClasses NOTHING = new ClassFileImporter().importPaths(List.of());

  @Test
  void everyConstantIsAmongTheRules() {
    Set<String> constants =
        new ClassFileImporter()
            .importPackages("dev.quartermaster.architecture.rules").stream()
                .flatMap(type -> type.getFields().stream())
                .filter(RuleBookTest::isRule)
                .map(JavaField::getName)
                .collect(Collectors.toSet());
    assertThat(ArchitectureRules.all())
        .extracting(NamedRule::name)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(constants);
  }

  private static boolean isRule(JavaField field) {
    return field.getModifiers().contains(JavaModifier.STATIC)
        && field.getRawType().getSimpleName().equals("Rule");
  }

  @Test
  void everyRuleSaysItsNameAndItsReason() {
    for (NamedRule rule : ArchitectureRules.all()) {
      assertThat(rule.rule().getDescription())
          .startsWith(rule.name() + ": ")
          .endsWith(", because " + rule.because());
      assertThat(rule.because()).isNotBlank();
    }
    assertThat(ArchitectureRules.all()).extracting(NamedRule::because).doesNotHaveDuplicates();
  }

  @Test
  void aRuleWithNothingToLookAtFails() {
    for (NamedRule rule : ArchitectureRules.all()) {
      Verdict verdict = ArchitectureRules.verify(rule, NOTHING);
      assertThat(verdict.holds()).as(rule.name()).isFalse();
      assertThat(verdict.classesExamined()).isZero();
      assertThatThrownBy(() -> rule.rule().check(NOTHING))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(rule.name());
    }
  }

  @Test
  void everyPackageInARuleHoldsAClass() {
    JavaClasses house = TheHouse.real().withTests();
    for (KnownPackage inRule : KnownPackage.values()) {
      String folder = inRule.pattern().replace("..", "").replace('.', '/') + "/";
      assertThat(isOnClassPath(folder) || isUsed(inRule, house)).as(inRule.pattern()).isTrue();
    }
  }

  @Test
  void everyTypeInARuleExists() {
    for (KnownType inRule : KnownType.values()) {
      assertThat(isOnClassPath(inRule.typeName().replace('.', '/') + ".class"))
          .as(inRule.typeName())
          .isTrue();
    }
  }

  @Test
  void rulesNamePackagesAndTypesInTheListsAlone() throws IOException {
    try (Stream<Path> files = Files.list(RULES)) {
      for (Path file : files.filter(Predicate.not(RuleBookTest::isList)).toList()) {
        assertThat(Files.readAllLines(file))
            .as(file.toString())
            .noneMatch(RuleBookTest::namesOtherThanTheJdk);
      }
    }
  }

  private static boolean isList(Path file) {
    return Set.of("KnownPackage.java", "KnownType.java", "House.java")
        .contains(file.getFileName().toString());
  }

  private static boolean namesOtherThanTheJdk(String line) {
    return PACKAGE_LITERAL
        .matcher(line)
        .results()
        .anyMatch(literal -> !literal.group().startsWith("\"java."));
  }

  private static boolean isOnClassPath(String resource) {
    return RuleBookTest.class.getClassLoader().getResource(resource) != null;
  }

  private static boolean isUsed(KnownPackage inRule, JavaClasses house) {
    return house.stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .map(Dependency::getTargetClass)
        .anyMatch(inRule::contains);
  }
}
