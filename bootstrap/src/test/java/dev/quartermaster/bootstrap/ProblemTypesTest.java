package dev.quartermaster.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.rest.shared.ProblemType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever rule is broken, the problem that the client gets has a page. */
class ProblemTypesTest {

  @Test
  void everyBrokenRuleIsAProblemWithAPage() throws ReflectiveOperationException {
    List<JavaClass> rules =
        new ClassFileImporter()
            .importPackages("dev.quartermaster.domain").stream()
                .filter(type -> type.isAssignableTo(DomainException.class))
                .filter(type -> !type.isEquivalentTo(DomainException.class))
                .toList();

    assertThat(rules).hasSizeGreaterThan(20);
    for (JavaClass rule : rules) {
      String code = (String) rule.reflect().getField("CODE").get(null);
      assertThat(ProblemType.ofCode(code)).as(code).isPresent();
    }
  }
}
