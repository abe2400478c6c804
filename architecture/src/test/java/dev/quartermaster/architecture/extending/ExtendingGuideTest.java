package dev.quartermaster.architecture.extending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The guide says what the example does, and the example keeps the rules of the house. */
class ExtendingGuideTest {
  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> quotesTheExampleVerbatim() {
    return Stream.of("java", "sql")
        .flatMap(language -> Markdown.GUIDE.code(language).stream())
        .map(
            code ->
                DynamicTest.dynamicTest(
                    code.text().lines().findFirst().orElse(""), () -> isQuotation(code)));
  }

  @Test
  void showsEveryFileOfTheExample() {
    List<Path> shown = Markdown.GUIDE.linkedFiles();
    assertThat(Example.all())
        .extracting(Example::file)
        .filteredOn(file -> !file.endsWith("package-info.java"))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(shown).contains(file));
  }

  /**
   * One copy of the house has both examples, since reading it takes most of the time: the whole one
   * on wishes, and one on whims that lacks what the guide says can be forgotten.
   */
  @Test
  void theExampleKeepsEveryRuleAndTheGuideNamesThoseThatNoticeWhatIsForgotten() throws IOException {
    Map<String, Set<Path>> forgotten = forgotten();
    Stream<MovedFile> whole = Example.all().stream().map(Example::moved);
    Stream<MovedFile> forgetful =
        Example.all().stream()
            .filter(
                example ->
                    forgotten.values().stream().noneMatch(files -> files.contains(example.file())))
            .map(Example::moved)
            .map(MovedFile::onWhims);

    HouseWithExample house =
        HouseWithExample.build(folder, Stream.concat(whole, forgetful).toList());

    assertThat(house.violations("wish")).isEmpty();
    assertThat(house.violations("whim")).isNotEmpty().containsOnlyKeys(forgotten.keySet());
  }

  private static void isQuotation(Markdown.Code code) throws IOException {
    List<Path> sources = Markdown.GUIDE.linkedFiles(code.above()).toList();
    assertThat(sources).as("what the line above the code links to").hasSize(1);
    assertThat("\n" + Files.readString(sources.getFirst())).contains("\n" + code.text() + "\n");
  }

  /** The guide's table: the files that are left out, by the rule that notices. */
  private static Map<String, Set<Path>> forgotten() {
    Map<String, Set<Path>> forgotten = new TreeMap<>();
    Markdown.GUIDE
        .prose()
        .filter(line -> line.matches("\\|.*\\| `[A-Z_]+` \\|"))
        .forEach(
            row ->
                forgotten.put(
                    row.replaceFirst(".*\\| `([A-Z_]+)` \\|", "$1"),
                    new HashSet<>(Markdown.GUIDE.linkedFiles(row).toList())));
    return forgotten;
  }
}
