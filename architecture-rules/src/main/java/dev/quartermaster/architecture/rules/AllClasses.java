package dev.quartermaster.architecture.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All classes of the house that run, with the testkit and the tests of all modules. */
public final class AllClasses {
  private AllClasses() {}

  /**
   * The classes that the build has left in the modules' folders.
   *
   * @param house the folder with the modules
   */
  public static JavaClasses of(Path house) {
    List<Path> outputs =
        modules(house).stream()
            .flatMap(
                module ->
                    Stream.of(
                        module.resolve("target/classes"), module.resolve("target/test-classes")))
            .toList();
    return ProductionClasses.imported(
        outputs,
        location ->
            !location.contains("/dev/quartermaster/architecture")
                && !location.contains("/dev/quartermaster/bench"));
  }

  private static List<Path> modules(Path house) {
    try (Stream<Path> folders = Files.list(house)) {
      return folders
          .filter(folder -> Files.isDirectory(folder.resolve("target")))
          .sorted()
          .toList();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
