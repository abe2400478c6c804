package dev.quartermaster.architecture;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.resolvers.SelectedClassResolverFromClasspath;
import dev.quartermaster.architecture.rules.AllClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Builds changed houses as Maven would: each module with its sources, its classes and its tests'
 * classes. Only what differs is compiled.
 */
final class HouseBuild implements AutoCloseable {
  private final Path unchanged;
  private final Path folder;
  private final Javac javac;

  /**
   * @param unchanged a built house, which stays as it is
   * @param folder where to build; on the file system of the house
   */
  HouseBuild(Path unchanged, Path folder) throws IOException {
    this.unchanged = unchanged;
    this.folder = folder;
    this.javac = new Javac(outputsIn(unchanged));
  }

  /** The house with some files changed or added, given by their paths. */
  TheHouse with(Map<String, String> sources) throws IOException {
    Path changed = Files.createTempDirectory(folder, "house");
    for (Path file : filesIn(unchanged)) {
      Path copy = changed.resolve(unchanged.relativize(file));
      Files.createDirectories(copy.getParent());
      Files.createLink(copy, file);
    }
    build(sources, changed, javac);
    return read(changed);
  }

  /** Only the JDK and what annotates our code are followed, which makes it five times as fast. */
  private static TheHouse read(Path house) {
    JavaClasses classes =
        ArchConfiguration.withThreadLocalScope(
            configuration -> {
              configuration.setClassResolver(SelectedClassResolverFromClasspath.class);
              configuration.setClassResolverArguments("java", "jakarta", "io.quarkus");
              return AllClasses.of(house);
            });
    return new TheHouse(classes, classes);
  }

  /** Builds files into a house, in place of those of the same names. */
  static void build(Map<String, String> sources, Path house, Javac javac) throws IOException {
    if (sources.isEmpty()) {
      return;
    }
    Map<String, Path> outputs = new HashMap<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = house.resolve(source.getKey());
      Files.createDirectories(file.getParent());
      // What is there may be a link to the unchanged house.
      Files.deleteIfExists(file);
      Files.writeString(file, source.getValue());
      String type = typeIn(source.getKey());
      Path output = outputFor(source.getKey(), house);
      outputs.put(type, output);
      deleteClasses(output.resolve(type));
    }
    Path unsorted = house.resolve("unsorted");
    javac.compile(sources.keySet().stream().map(house::resolve).toList(), unsorted);
    sort(unsorted, outputs);
  }

  private static void deleteClasses(Path type) throws IOException {
    if (Files.isDirectory(type.getParent())) {
      Predicate<String> ofType = name -> name.matches(type.getFileName() + "(\\$.*)?\\.class");
      try (Stream<Path> files = Files.list(type.getParent())) {
        for (Path file :
            files.filter(file -> ofType.test(file.getFileName().toString())).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** The compiler knows no modules, so its output is moved to them. */
  private static void sort(Path unsorted, Map<String, Path> outputs) throws IOException {
    for (Path file : filesIn(unsorted)) {
      Path relative = unsorted.relativize(file);
      Path output = outputs.get(relative.toString().replaceFirst("[$.].*", ""));
      if (output == null) {
        throw new IllegalStateException(relative + " comes from no file of its name");
      }
      Path moved = output.resolve(relative);
      Files.createDirectories(moved.getParent());
      Files.move(file, moved);
    }
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static List<Path> outputsIn(Path house) throws IOException {
    try (Stream<Path> folders = Files.walk(house, 3)) {
      return folders
          .filter(path -> path.endsWith("target/classes") || path.endsWith("target/test-classes"))
          .toList();
    }
  }

  private static String typeIn(String path) {
    return path.replaceFirst(".*/src/(main|test)/java/", "").replaceFirst("\\.java$", "");
  }

  private static Path outputFor(String path, Path house) {
    String module = path.substring(0, path.indexOf('/'));
    String output = path.contains("/src/test/") ? "target/test-classes" : "target/classes";
    return house.resolve(module).resolve(output);
  }

  @Override
  public void close() throws IOException {
    javac.close();
  }
}
