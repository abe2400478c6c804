package dev.quartermaster.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.quartermaster.architecture.rules.ProductionClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing that the build makes escapes the rules. */
class ModulesTest {
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
  private static final String ROOT = "src/main/java/dev/quartermaster";

  @Test
  void everyClassOfEveryModuleIsExamined() throws IOException {
    Set<String> examined =
        TheHouse.real().production().stream()
            .map(ModulesTest::fileOf)
            .collect(Collectors.toUnmodifiableSet());
    for (Path module : modules()) {
      assertThat(filesOf(module)).as(module.getFileName().toString()).isSubsetOf(examined);
    }
  }

  @Test
  void whatIsLeftOutExists() throws IOException {
    List<Path> modules = modules();
    for (String leftOut : ProductionClasses.leftOut()) {
      assertThat(modules)
          .as(leftOut)
          .anyMatch(module -> Files.isDirectory(module.resolve(ROOT).resolve(leftOut)));
    }
  }

  private static List<Path> modules() throws IOException {
    return MODULE
        .matcher(Files.readString(TheHouse.FOLDER.resolve("pom.xml")))
        .results()
        .map(MatchResult::group)
        .map(tag -> tag.replaceAll("<[^>]+>", ""))
        .map(TheHouse.FOLDER::resolve)
        .toList();
  }

  /** The files of the module that are to be examined, by what follows the source folder. */
  private static List<String> filesOf(Path module) throws IOException {
    Path sources = module.resolve("src/main/java");
    if (!Files.isDirectory(sources)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(file -> sources.relativize(file).toString())
          .filter(file -> !file.endsWith("package-info.java"))
          .filter(ModulesTest::isToBeExamined)
          .toList();
    }
  }

  private static String fileOf(JavaClass type) {
    return type.getName().replaceFirst("\\$.*", "").replace('.', '/') + ".java";
  }

  private static boolean isToBeExamined(String file) {
    return ProductionClasses.leftOut().stream()
        .noneMatch(leftOut -> file.startsWith("dev/quartermaster/" + leftOut + "/"));
  }
}
