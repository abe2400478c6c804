package dev.quartermaster.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.quartermaster.application.UseCase;
import dev.quartermaster.domain.shared.UnitOfWork;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Which layer may use which, and what the core stays away from. */
@AnalyzeClasses(
    packages = "dev.quartermaster",
    importOptions = {ImportOption.DoNotIncludeTests.class})
class LayersTest {

  @ArchTest
  static final ArchRule THE_DOMAIN_DEPENDS_ON_NOTHING =
      classes()
          .that()
          .resideInAPackage("dev.quartermaster.domain..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("dev.quartermaster.domain..", "java..", "org.jspecify..")
                  .and(not(resideInAnyPackage("java.sql..", "java.net.http.."))))
          .because("rules of business outlive every technology");

  @ArchTest
  static final ArchRule THE_APPLICATION_DEPENDS_ON_THE_DOMAIN_ALONE =
      classes()
          .that()
          .resideInAPackage("dev.quartermaster.application..")
          .and()
          .areNotAssignableTo(UseCase.class)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "dev.quartermaster.application..",
                      "dev.quartermaster.domain..",
                      "java..",
                      "org.jspecify..")
                  .and(not(resideInAnyPackage("java.sql..", "java.net.http.."))))
          .because("use cases speak to the world through ports");

  @ArchTest
  static final ArchRule ADAPTERS_DO_NOT_KNOW_EACH_OTHER =
      slices()
          .matching("dev.quartermaster.(*)..")
          .namingSlices("$1")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              resideInAPackage("dev.quartermaster.."),
              resideInAnyPackage("dev.quartermaster.domain..", "dev.quartermaster.application.."))
          .ignoreDependency(
              resideInAPackage("dev.quartermaster.bootstrap.."),
              resideInAPackage("dev.quartermaster.."))
          .because("each technology can then be replaced alone, and only bootstrap joins them");

  @ArchTest
  static final ArchRule OUTBOUND_ADAPTERS_DO_NOT_CALL_USE_CASES =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.quartermaster.persistence..",
              "dev.quartermaster.cache..",
              "dev.quartermaster.security..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.quartermaster.application..")
          .because("they are called, and call nothing back");

  @ArchTest
  static final ArchRule SERVICES_ARE_HIDDEN_BEHIND_THEIR_PORTS =
      classes()
          .that()
          .areAnnotatedWith(UseCase.class)
          .should()
          .bePackagePrivate()
          .andShould()
          .haveModifier(JavaModifier.FINAL)
          .andShould(have(nameEndingWith("Service").as("a name that ends in Service")))
          .because("callers know the in-port alone");

  @ArchTest
  static final ArchRule SERVICES_KEEP_NO_STATE =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(UseCase.class)
          .should()
          .beFinal()
          .because("many threads share one service");

  @ArchTest
  static final ArchRule TRANSACTIONS_BEGIN_IN_THE_UNIT_OF_WORK_ALONE =
      noClasses()
          .that()
          .areNotAssignableTo(UnitOfWork.class)
          .and()
          .resideOutsideOfPackage("dev.quartermaster.persistence.shared..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.transaction..", "io.quarkus.narayana..")
          .orShould()
          .beAnnotatedWith(Transactional.class)
          .because("one place decides what is atomic");

  @ArchTest
  static final ArchRule THE_CORE_HAS_NO_HIDDEN_CLOCK_OR_CHANCE =
      noClasses()
          .that()
          .resideInAnyPackage("dev.quartermaster.domain..", "dev.quartermaster.application..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Thread.class, "sleep", long.class)
          .because("time and ids arrive through ports, so that tests decide them");

  @ArchTest
  static final ArchRule DEPENDENCIES_ARRIVE_BY_CONSTRUCTOR =
      noFields()
          .should()
          .beAnnotatedWith(Inject.class)
          .because("what a class needs stands in its constructor");
}
