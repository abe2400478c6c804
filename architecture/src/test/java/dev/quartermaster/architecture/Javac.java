package dev.quartermaster.architecture;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles in this process, with neither Error Prone nor warnings, which broken code would earn.
 * What it compiles sees this process's class path; that is read once.
 */
final class Javac implements AutoCloseable {
  private static final JavaCompiler COMPILER =
      Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());

  private final StandardJavaFileManager files =
      COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

  /** Sees nothing but libraries and the given folders of classes. */
  Javac(Collection<Path> ofTheHouse) {
    List<Path> classPath =
        Stream.concat(ofTheHouse.stream(), libraries()).filter(Files::exists).toList();
    try {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static Stream<Path> libraries() {
    String[] classPath = System.getProperty("java.class.path").split(File.pathSeparator, -1);
    return Arrays.stream(classPath).map(Path::of).filter(entry -> !isOfTheHouse(entry));
  }

  private static boolean isOfTheHouse(Path entry) {
    return entry.toAbsolutePath().normalize().startsWith(TheHouse.FOLDER);
  }

  /**
   * Compiles files.
   *
   * @throws IllegalArgumentException with the compiler's words if they are no Java
   */
  void compile(Collection<Path> sources, Path output) {
    StringWriter complaints = new StringWriter();
    try {
      Files.createDirectories(output);
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    boolean compiled =
        COMPILER
            .getTask(
                complaints,
                files,
                null,
                List.of("-proc:none", "-parameters", "-nowarn"),
                null,
                files.getJavaFileObjectsFromPaths(sources))
            .call();
    if (!compiled) {
      throw new IllegalArgumentException(complaints.toString());
    }
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
