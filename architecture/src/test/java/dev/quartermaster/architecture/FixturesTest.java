package dev.quartermaster.architecture;

import dev.quartermaster.architecture.rules.ArchitectureRules;
import dev.quartermaster.architecture.rules.NamedRule;
import dev.quartermaster.architecture.rules.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every rule catches what it is there for, under its own name, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FixturesTest {
  private final Map<String, List<Fixture>> fixtures =
      Fixture.all().stream().collect(Collectors.groupingBy(Fixture::rule));
  private HouseBuild build;

  @BeforeAll
  void buildTheSmallHouse(@TempDir Path folder) throws IOException {
    Path house = folder.resolve("house");
    try (Javac javac = new Javac(List.of())) {
      HouseBuild.build(Fixture.HOUSE.sources(), house, javac);
    }
    build = new HouseBuild(house, folder);
  }

  @AfterAll
  void close() throws IOException {
    build.close();
  }

  @Test
  void theSmallHouseKeepsEveryRule() throws IOException {
    keepsEveryRule(Fixture.HOUSE);
  }

  @TestFactory
  Stream<DynamicTest> aRuleAloneCatchesItsViolatingFixtures() {
    return ArchitectureRules.all().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> catchesItsOwn(rule)));
  }

  @TestFactory
  Stream<DynamicTest> noRuleCatchesPassingFixtures() {
    return ArchitectureRules.all().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> catchesNoOther(rule)));
  }

  @Test
  void everyFixtureIsAboutARule() {
    List<String> rules = ArchitectureRules.all().stream().map(NamedRule::name).toList();
    for (Fixture fixture : Fixture.all()) {
      require(
          rules.contains(fixture.rule()) && (fixture.isViolating() || fixture.isPassing()),
          fixture + " is about no rule");
    }
  }

  private void catchesItsOwn(NamedRule rule) throws IOException {
    List<Fixture> violating = of(rule).filter(Fixture::isViolating).toList();
    require(!violating.isEmpty(), rule.name() + " has no violating fixture");
    for (Fixture fixture : violating) {
      isCaughtBy(rule, fixture);
    }
  }

  private void catchesNoOther(NamedRule rule) throws IOException {
    List<Fixture> passing = of(rule).filter(Fixture::isPassing).toList();
    require(!passing.isEmpty(), rule.name() + " has no passing fixture");
    for (Fixture fixture : passing) {
      keepsEveryRule(fixture);
    }
  }

  private Stream<Fixture> of(NamedRule rule) {
    return fixtures.getOrDefault(rule.name(), List.of()).stream();
  }

  private void isCaughtBy(NamedRule rule, Fixture fixture) throws IOException {
    List<Verdict> broken = brokenBy(fixture);
    require(
        broken.stream().map(Verdict::rule).toList().equals(List.of(rule.name())),
        fixture + " must be caught by its own rule alone, and was by " + broken);
    require(
        broken.getFirst().because().equals(rule.because()),
        fixture + " is caught for another reason than the rule's");
  }

  private void keepsEveryRule(Fixture fixture) throws IOException {
    List<Verdict> broken = brokenBy(fixture);
    require(broken.isEmpty(), fixture + " must keep every rule, and breaks " + broken);
  }

  private List<Verdict> brokenBy(Fixture fixture) throws IOException {
    return build.with(fixture.sources()).verdicts().stream()
        .filter(verdict -> !verdict.holds())
        .toList();
  }

  private static void require(boolean condition, String complaint) {
    if (!condition) {
      throw new BrokenRule(complaint);
    }
  }
}
