package dev.quartermaster.architecture;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every mutation of the real house is caught by the rule that is there for it. Takes its time, so
 * that it runs by {@code architecture/mutations/run} alone, which leaves the results beside it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Mutations {
  private final Map<String, MutationResult> results = new TreeMap<>();
  private HouseBuild build;

  @BeforeAll
  void copyTheHouse(@TempDir Path folder) throws IOException {
    Path copy = folder.resolve("unchanged");
    copySourcesAndClasses(TheHouse.FOLDER, copy);
    build = new HouseBuild(copy, folder);
  }

  @AfterAll
  void writeResults() throws IOException {
    build.close();
    new ObjectMapper()
        .writerWithDefaultPrettyPrinter()
        .writeValue(MutationResult.FILE.toFile(), results.values());
  }

  @Test
  void theUnchangedHouseKeepsEveryRule() throws IOException {
    List<String> broken = build.with(Map.of()).brokenRules();
    if (!broken.isEmpty()) {
      throw new BrokenRule("mutations show nothing while the house itself breaks " + broken);
    }
  }

  @TestFactory
  Stream<DynamicTest> isCaught() {
    return Mutation.all().stream()
        .map(mutation -> DynamicTest.dynamicTest(mutation.name(), () -> requireCaught(mutation)));
  }

  private void requireCaught(Mutation mutation) throws IOException {
    List<String> caughtBy = build.with(mutation.sources(TheHouse.FOLDER)).brokenRules();
    results.put(
        mutation.name(),
        new MutationResult(
            mutation.name(), mutation.description(), mutation.expectedRule(), caughtBy));
    System.out.printf("%-40s caught by %s%n", mutation.name(), String.join(", ", caughtBy));
    if (!caughtBy.contains(mutation.expectedRule())) {
      throw new BrokenRule(
          mutation.name()
              + " must be caught by "
              + mutation.expectedRule()
              + ", was by "
              + caughtBy);
    }
  }

  private static void copySourcesAndClasses(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (file.toString().endsWith(".java") || file.toString().endsWith(".class")) {
              Path copy = to.resolve(from.relativize(file));
              Files.createDirectories(copy.getParent());
              Files.copy(file, copy);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
