package dev.quartermaster.architecture.report;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.quartermaster.architecture.report.facts.Architecture;
import dev.quartermaster.architecture.report.page.Json;
import dev.quartermaster.architecture.report.page.Page;
import dev.quartermaster.architecture.report.reading.ArchitectureReader;
import dev.quartermaster.architecture.rules.AllClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the architecture report. */
public final class ArchitectureReport {
  private static final String PAGE = "index.html";
  private static final String DATA = "architecture.json";

  private ArchitectureReport() {}

  /**
   * Writes {@code index.html} and {@code architecture.json} on what the build has compiled so far,
   * unless they are newer than that.
   *
   * @param arguments the folder with the modules, and the folder to write into
   */
  public static void main(String... arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("expected the modules' folder and the output folder");
    }
    Path root = Path.of(arguments[0]).toRealPath();
    Path output = Files.createDirectories(Path.of(arguments[1])).toRealPath();
    if (!new Freshness(root, output).of(PAGE)) {
      Architecture architecture = read(root);
      Files.writeString(output.resolve(DATA), Json.of(architecture));
      Files.writeString(output.resolve(PAGE), new Page().of(architecture));
    }
  }

  /** Reads the architecture of the modules in a folder. */
  static Architecture read(Path root) {
    JavaClasses classes = AllClasses.of(root);
    return new ArchitectureReader(
            root, classes, new RuleChecks(classes, new Fixtures(root)).check())
        .read();
  }
}
