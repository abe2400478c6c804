package dev.quartermaster.architecture.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What belongs to the house, and which part of it is production. */
final class House {
  static final String ROOT = "dev.quartermaster";
  static final String TESTKIT = "testkit";

  /** What helps to build the house and is no part of what runs. */
  static final Set<String> TOOLS = Set.of(TESTKIT, "architecture", "bench");

  private static final String PREFIX = ROOT + ".";

  private House() {}

  /** The package's names below the root of the house; empty for what is outside of it. */
  static List<String> path(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(PREFIX)
        ? Arrays.asList(name.substring(PREFIX.length()).split("\\.", -1))
        : List.of();
  }

  static boolean contains(JavaClass type) {
    return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(PREFIX);
  }

  /** How many names the package has below the root of the house. */
  static int depth(JavaPackage inHouse) {
    String below = inHouse.getName().substring(ROOT.length());
    return Math.toIntExact(below.chars().filter(character -> character == '.').count());
  }

  /** Whether the type's package is the module's, or below it. */
  static boolean isOf(String module, JavaClass type) {
    String name = type.getPackageName();
    int end = PREFIX.length() + module.length();
    return name.startsWith(PREFIX)
        && name.startsWith(module, PREFIX.length())
        && (name.length() == end || name.charAt(end) == '.');
  }

  /** The first name below the root, which is the module's. */
  static Optional<String> module(JavaClass type) {
    return path(type).stream().findFirst();
  }

  static boolean isProduction(JavaClass type) {
    return contains(type)
        && TOOLS.stream().noneMatch(tool -> isOf(tool, type))
        && !Place.isTest(type);
  }

  static boolean isTestkit(JavaClass type) {
    return isOf(TESTKIT, type) && !Place.isTest(type);
  }

  /** Whether somebody wrote it as a type, which nobody did with {@code package-info}. */
  static boolean isType(JavaClass type) {
    return !type.getName().endsWith("package-info");
  }

  /** The type in whose file it stands. */
  static JavaClass outermost(JavaClass type) {
    JavaClass outermost = type;
    while (outermost.getEnclosingClass().isPresent()) {
      outermost = outermost.getEnclosingClass().get();
    }
    return outermost;
  }

  static boolean areInOneModule(JavaClass one, JavaClass other) {
    return contains(one) && module(one).equals(module(other));
  }
}
