package dev.quartermaster.architecture;

import dev.quartermaster.architecture.rules.ArchitectureRules;
import dev.quartermaster.architecture.rules.Verdict;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The house keeps every rule. */
class RulesTest {

  @TestFactory
  Stream<DynamicTest> theHouseKeeps() {
    TheHouse house = TheHouse.real();
    return ArchitectureRules.all().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> require(house.verdict(rule))));
  }

  private static void require(Verdict verdict) {
    if (!verdict.holds()) {
      throw new BrokenRule(verdict);
    }
    System.out.printf("%-45s holds for %d classes%n", verdict.rule(), verdict.classesExamined());
  }
}
