package dev.quartermaster.architecture.extending;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.quartermaster.architecture.rules.AllClasses;
import dev.quartermaster.architecture.rules.ArchitectureRules;
import dev.quartermaster.architecture.rules.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A copy of the house, as the build left it, into whose modules examples have moved.
 *
 * @param verdicts what the rules find in it
 */
record HouseWithExample(List<Verdict> verdicts) {
  private static final JavaCompiler COMPILER =
      Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
  private static final String ITSELF = "architecture";

  static HouseWithExample build(Path folder, List<MovedFile> example) throws IOException {
    copyModules(folder);
    for (MovedFile file : example) {
      Path source = source(folder, file);
      Files.createDirectories(source.getParent());
      Files.writeString(source, file.text());
    }
    compile(folder, example);
    JavaClasses classes = AllClasses.of(folder);
    return new HouseWithExample(
        ArchitectureRules.all().stream()
            .map(rule -> ArchitectureRules.verify(rule, classes))
            .toList());
  }

  /**
   * What the rules have against the example, by rule; nothing of what they have against others.
   *
   * @param about by which violations that are about the example are known
   */
  Map<String, List<String>> violations(String about) {
    return verdicts.stream()
        .collect(
            Collectors.toMap(
                Verdict::rule,
                verdict ->
                    verdict.violations().stream()
                        .filter(violation -> violation.toLowerCase(Locale.ROOT).contains(about))
                        .toList()))
        .entrySet()
        .stream()
        .filter(rule -> !rule.getValue().isEmpty())
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static void copyModules(Path folder) throws IOException {
    try (Stream<Path> modules = Files.list(Markdown.HOUSE)) {
      for (Path module :
          modules
              .filter(module -> Files.isDirectory(module.resolve("target/classes")))
              .filter(module -> !module.endsWith(ITSELF))
              .toList()) {
        for (String part :
            List.of("src/main/java", "src/test/java", "target/classes", "target/test-classes")) {
          copy(module.resolve(part), folder.resolve(module.getFileName()).resolve(part));
        }
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    if (!Files.exists(from)) {
      return;
    }
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file :
          files.filter(file -> file.toString().matches(".*\\.(java|class)")).toList()) {
        Path copy = to.resolve(from.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private static Path source(Path folder, MovedFile file) {
    return folder
        .resolve(file.module())
        .resolve(file.isTest() ? "src/test/java" : "src/main/java")
        .resolve(file.type() + ".java");
  }

  private static Path output(Path folder, MovedFile file) {
    return folder
        .resolve(file.module())
        .resolve(file.isTest() ? "target/test-classes" : "target/classes");
  }

  /** The compiler knows no modules, so what it makes is moved to them. */
  private static void compile(Path folder, List<MovedFile> example) throws IOException {
    Path unsorted = Files.createDirectory(folder.resolve("unsorted"));
    StringWriter complaints = new StringWriter();
    try (StandardJavaFileManager files =
        COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      boolean compiled =
          COMPILER
              .getTask(
                  complaints,
                  files,
                  null,
                  List.of("-d", unsorted.toString(), "-proc:none", "-parameters", "-nowarn"),
                  null,
                  files.getJavaFileObjectsFromPaths(
                      example.stream().map(file -> source(folder, file)).toList()))
              .call();
      if (!compiled) {
        throw new IllegalStateException(complaints.toString());
      }
    }
    Map<String, Path> outputs =
        example.stream().collect(Collectors.toMap(MovedFile::type, file -> output(folder, file)));
    for (Path made : classesIn(unsorted)) {
      Path relative = unsorted.relativize(made);
      Path moved =
          Objects.requireNonNull(outputs.get(relative.toString().replaceFirst("[$.].*", "")))
              .resolve(relative);
      Files.createDirectories(moved.getParent());
      Files.move(made, moved);
    }
  }

  private static List<Path> classesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Predicate.not(Files::isDirectory)).toList();
    }
  }
}
