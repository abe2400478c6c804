package dev.quartermaster.architecture.rules;

import static dev.quartermaster.architecture.rules.Rule.that;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What keeps the core predictable. */
final class CoreRules {
  static final Rule THE_CORE_HAS_NO_HIDDEN_INPUT =
      that("classes of the core", Layer::isCore)
          .should(
              "ask neither clock, chance nor environment, and not wait", CoreRules::hiddenInputs)
          .because("time and ids arrive as arguments or through ports, so that tests decide them");

  static final Rule THE_CORE_CATCHES_WHAT_IT_NAMES =
      that("classes of the core", Layer::isCore)
          .should("catch neither Exception nor Throwable", CoreRules::generalCatches)
          .because("who catches everything catches the defect too, and says that all went well");

  static final Rule ERROR_CODES_ARE_UNIQUE =
      that("errors of the domain", CoreRules::isDomainError)
          .shouldTogether("have a code each, in kebab-case, that no other has", CoreRules::badCodes)
          .because("clients tell errors apart by their codes, and depend on them for good");

  private static final Pattern KEBAB_CASE = Pattern.compile("[a-z]+(-[a-z]+)*");

  private static final Set<String> CHANCE_AND_ENVIRONMENT =
      Set.of(
          "java.lang.Math.random",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.System.getenv",
          "java.lang.System.getProperty",
          "java.lang.System.getProperties",
          "java.lang.Thread.sleep",
          "java.nio.charset.Charset.defaultCharset",
          "java.time.Clock.system",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.systemUTC",
          "java.time.InstantSource.system",
          "java.time.ZoneId.systemDefault",
          "java.util.Locale.getDefault",
          "java.util.TimeZone.getDefault",
          "java.util.UUID.randomUUID",
          "java.util.concurrent.TimeUnit.sleep");

  private CoreRules() {}

  private static Stream<String> hiddenInputs(JavaClass type) {
    return type.getAccessesFromSelf().stream()
        .filter(CoreRules::isHiddenInput)
        .map(JavaAccess::getDescription);
  }

  private static boolean isHiddenInput(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    return CHANCE_AND_ENVIRONMENT.contains(owner.getName() + "." + access.getName())
        || (owner.getPackageName().startsWith("java.time") && access.getName().equals("now"))
        || owner.isAssignableTo(RandomGenerator.class)
        || owner.getName().equals("java.util.Date")
        || owner.getName().equals("java.util.Calendar");
  }

  private static Stream<String> generalCatches(JavaClass type) {
    return ClassFileFacts.of(type).generalCatches().stream()
        .map(method -> type.getName() + "." + method + " catches everything");
  }

  private static boolean isDomainError(JavaClass type) {
    return House.isProduction(type)
        && KnownType.DOMAIN_EXCEPTION.isSupertypeOf(type)
        && !type.getModifiers().contains(JavaModifier.ABSTRACT);
  }

  private static Stream<String> badCodes(Collection<JavaClass> errors) {
    Map<String, List<JavaClass>> byCode =
        errors.stream()
            .collect(
                Collectors.groupingBy(
                    error -> ClassFileFacts.of(error).constant("CODE").orElse("")));
    return Stream.concat(
        byCode.entrySet().stream()
            .filter(entry -> !KEBAB_CASE.matcher(entry.getKey()).matches())
            .flatMap(entry -> entry.getValue().stream())
            .map(error -> error.getName() + " has no constant CODE in kebab-case"),
        byCode.entrySet().stream()
            .filter(entry -> KEBAB_CASE.matcher(entry.getKey()).matches())
            .filter(entry -> entry.getValue().size() > 1)
            .map(
                entry ->
                    entry.getKey() + " is the code of " + Types.names(entry.getValue().stream())));
  }
}
