package dev.quartermaster.architecture.extending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.architecture.rules.ArchitectureRules;
import dev.quartermaster.architecture.rules.NamedRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** What the documentation points to is there. */
class DocumentationTest {
  private static final Markdown TOUR = new Markdown(Markdown.HOUSE.resolve("docs/tour.md"));
  private static final Pattern METHOD =
      Pattern.compile("\\[`(?<type>\\w+)\\.(?!java`)(?<method>\\w+)`]\\((?<file>[^)]+)\\.java\\)");
  private static final Pattern RULE =
      Pattern.compile("`((?!JDK_|QUARKUS_|QUARTERMASTER_)[A-Z]+(?:_[A-Z]+){2,})`");

  @TestFactory
  Stream<DynamicTest> linksLeadToFiles() {
    return onEachPage(page -> assertThat(page.linkedFiles()).allMatch(Files::exists));
  }

  @TestFactory
  Stream<DynamicTest> linkedMethodsExist() {
    return onEachPage(
        page -> {
          for (MatchResult link : found(METHOD, page)) {
            assertThat(link.group("file")).endsWith("/" + link.group("type"));
            assertThat(page.file().resolveSibling(link.group("file") + ".java"))
                .content()
                .containsPattern("\\b" + link.group("method") + "\\(");
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> namedRulesExist() {
    List<String> rules = ArchitectureRules.all().stream().map(NamedRule::name).toList();
    return onEachPage(
        page ->
            assertThat(found(RULE, page))
                .allSatisfy(name -> assertThat(rules).contains(name.group(1))));
  }

  @Test
  void theTourShowsTheStatementsAsTheyAre() throws IOException {
    List<Markdown.Code> statements = TOUR.code("sql");
    assertThat(statements).isNotEmpty();
    for (Markdown.Code statement : statements) {
      Path source = TOUR.linkedFiles(statement.above()).findFirst().orElseThrow();
      assertThat(unindented(Files.readString(source))).containsPattern(whole(statement));
    }
  }

  private static Stream<DynamicTest> onEachPage(ThrowingConsumer<Markdown> test) {
    return DynamicTest.stream(Markdown.all().stream(), Markdown::toString, test);
  }

  private static List<MatchResult> found(Pattern pattern, Markdown page) {
    return page.prose().flatMap(line -> pattern.matcher(line).results()).toList();
  }

  /** From the start of a line or a literal to the end of one. */
  private static Pattern whole(Markdown.Code statement) {
    return Pattern.compile("[\n\"]" + Pattern.quote(unindented(statement.text())) + "[\n\"]");
  }

  private static String unindented(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n"));
  }
}
