package dev.quartermaster.architecture.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.Source;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a class lies: in a module's folder, among its tests or not.
 *
 * @param module the module's folder
 * @param test whether it lies among the module's tests
 */
record Place(Path module, boolean test) {
  private static final Pattern BUILD_OUTPUT =
      Pattern.compile(
          "(?:jar:)?file:(?://)?(?<module>/.*)/target/(?<output>classes/|test-classes/|[^/]+\\.jar!/).*");

  /** Where the class lies; empty for one that comes from elsewhere than a module's build. */
  static Optional<Place> of(JavaClass type) {
    return type.getSource().map(Source::getUri).map(URI::toString).flatMap(Place::of);
  }

  private static Optional<Place> of(String uri) {
    Matcher matcher = BUILD_OUTPUT.matcher(uri);
    return matcher.matches()
        ? Optional.of(
            new Place(
                Path.of(URI.create("file://" + matcher.group("module"))),
                matcher.group("output").startsWith("test-")))
        : Optional.empty();
  }

  static boolean isTest(JavaClass type) {
    return type.getSource()
        .filter(source -> source.getUri().getPath() != null)
        .filter(source -> source.getUri().getPath().contains("/target/test-classes/"))
        .isPresent();
  }

  /** The name that the module gives to its packages, such as {@code rest}. */
  String packageName() {
    String folder = module.getFileName().toString();
    return folder.startsWith("adapters-") ? folder.substring("adapters-".length()) : folder;
  }

  /** The file in which the type was written. */
  Path source(JavaClass type) {
    return module.resolve(
        (test ? "src/test/java/" : "src/main/java/")
            + House.outermost(type).getName().replace('.', '/')
            + ".java");
  }
}
