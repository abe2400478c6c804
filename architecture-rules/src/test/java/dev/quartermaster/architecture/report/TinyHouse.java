package dev.quartermaster.architecture.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.architecture.report.facts.Architecture;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Builds the house of {@code src/test/resources/house} as Maven would. */
final class TinyHouse {
  private static final List<String> MODULES =
      List.of(
          "domain",
          "testkit",
          "application",
          "adapters-rest",
          "adapters-jobs",
          "adapters-persistence",
          "bootstrap");

  private final Path root;
  private final List<Path> compiled = new ArrayList<>();

  private TinyHouse(Path root) {
    this.root = root;
  }

  /** Builds it in an empty folder. */
  static Path buildIn(Path root) throws IOException, URISyntaxException {
    TinyHouse house = new TinyHouse(root);
    house.copy();
    for (String module : MODULES) {
      house.compile(module);
    }
    return root;
  }

  /** Builds it in an empty folder and reads the facts. */
  static Architecture readIn(Path root) throws IOException, URISyntaxException {
    return ArchitectureReport.read(buildIn(root).toRealPath());
  }

  private void copy() throws IOException, URISyntaxException {
    Path kept = Path.of(Objects.requireNonNull(TinyHouse.class.getResource("/house")).toURI());
    try (Stream<Path> files = Files.walk(kept)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = root.resolve(kept.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private void compile(String module) throws IOException {
    Path folder = root.resolve(module);
    compile(folder.resolve("src/main/java"), folder.resolve("target/classes"));
    compile(folder.resolve("src/test/java"), folder.resolve("target/test-classes"));
  }

  private void compile(Path sources, Path output) throws IOException {
    if (!Files.isDirectory(sources)) {
      return;
    }
    Files.createDirectories(output);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (Stream<Path> files = Files.walk(sources);
        StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      boolean done =
          compiler
              .getTask(
                  messages,
                  manager,
                  null,
                  List.of("-classpath", classPath(), "-d", output.toString(), "-g", "-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files.filter(Files::isRegularFile).toList()))
              .call();
      assertThat(done).as(messages.toString()).isTrue();
    }
    compiled.add(output);
  }

  private String classPath() {
    List<String> entries = new ArrayList<>(compiled.stream().map(Path::toString).toList());
    entries.add(System.getProperty("java.class.path"));
    return String.join(System.getProperty("path.separator"), entries);
  }
}
