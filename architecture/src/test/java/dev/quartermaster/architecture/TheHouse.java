package dev.quartermaster.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.quartermaster.architecture.rules.AllClasses;
import dev.quartermaster.architecture.rules.ArchitectureRules;
import dev.quartermaster.architecture.rules.NamedRule;
import dev.quartermaster.architecture.rules.ProductionClasses;
import dev.quartermaster.architecture.rules.Verdict;
import java.nio.file.Path;
import java.util.List;

/**
 * The classes of a house, the real one or a fixture.
 *
 * @param production what runs
 * @param withTests what runs, the testkit and all tests
 */
record TheHouse(JavaClasses production, JavaClasses withTests) {
  /** The folder with all modules; Maven runs each module's tests in the module's own. */
  static final Path FOLDER = Path.of("..").toAbsolutePath().normalize();

  /**
   * This very house, from the one class path that has all of it, and its tests from their folders.
   */
  static TheHouse real() {
    return Real.HOUSE;
  }

  /** Read once, and not before it is asked for. */
  private static final class Real {
    static final TheHouse HOUSE =
        new TheHouse(ProductionClasses.fromClassPath(), AllClasses.of(FOLDER));
  }

  Verdict verdict(NamedRule rule) {
    return ArchitectureRules.verify(
        rule,
        switch (rule.scope()) {
          case PRODUCTION -> production;
          case WITH_TESTS -> withTests;
        });
  }

  List<Verdict> verdicts() {
    return ArchitectureRules.all().stream().map(this::verdict).toList();
  }

  /** The names of the rules that it breaks. */
  List<String> brokenRules() {
    return verdicts().stream().filter(verdict -> !verdict.holds()).map(Verdict::rule).toList();
  }
}
