package dev.quartermaster.architecture.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;

/** All classes of the house that run: no tests, and nothing of what helps to build it. */
public final class ProductionClasses {
  private static final ImportOption PRODUCTION =
      location ->
          !location.contains("/test-classes/")
              && House.TOOLS.stream()
                  .noneMatch(
                      tool -> location.contains("/" + House.ROOT.replace('.', '/') + "/" + tool));

  private ProductionClasses() {}

  /**
   * The classes in folders and jars.
   *
   * @param classpathEntries folders of classes and jars; those without classes of ours do no harm
   */
  public static JavaClasses of(Collection<Path> classpathEntries) {
    return imported(classpathEntries, PRODUCTION);
  }

  /** The classes on the class path of this process. */
  public static JavaClasses fromClassPath() {
    return new ClassFileImporter().withImportOption(PRODUCTION).importPackages(House.ROOT);
  }

  /** The modules that are left out: the first names of their packages below the root. */
  public static Set<String> leftOut() {
    return House.TOOLS;
  }

  static JavaClasses imported(Collection<Path> folders, ImportOption wanted) {
    ImportOption ours = location -> location.contains("/" + House.ROOT.replace('.', '/') + "/");
    return new ClassFileImporter()
        .withImportOption(ours)
        .withImportOption(wanted)
        .importLocations(folders.stream().filter(Files::exists).map(Location::of).toList());
  }
}
