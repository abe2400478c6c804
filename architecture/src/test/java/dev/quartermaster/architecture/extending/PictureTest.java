package dev.quartermaster.architecture.extending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The picture in {@code docs/architecture.md} has the arrows that the poms have. */
class PictureTest {
  private static final Markdown PAGE = new Markdown(Markdown.HOUSE.resolve("docs/architecture.md"));
  private static final Pattern ARROW = Pattern.compile("(?m)^ *([a-z-]+) --> ([a-z-]+)$");
  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "<dependency>\\s*<groupId>dev\\.quartermaster</groupId>\\s*"
              + "<artifactId>quartermaster-([a-z-]+)</artifactId>\\s*</dependency>");
  private static final String ROOT = "bootstrap";

  @Test
  void showsWhatEachModuleKnows() throws IOException {
    Set<String> arrows = new TreeSet<>();
    addArrows(ROOT, arrows);
    assertThat(arrows).isNotEmpty();
    assertThat(drawn()).containsExactlyInAnyOrderElementsOf(arrows);
  }

  private static Set<String> drawn() {
    return PAGE.code("mermaid").stream()
        .flatMap(picture -> ARROW.matcher(picture.text()).results())
        .map(arrow -> arrow.group(1) + " -> " + arrow.group(2))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Dependencies with a scope are for tests. */
  private static void addArrows(String module, Set<String> arrows) throws IOException {
    Path pom = Markdown.HOUSE.resolve(module).resolve("pom.xml");
    for (MatchResult known : DEPENDENCY.matcher(Files.readString(pom)).results().toList()) {
      if (arrows.add(module + " -> " + known.group(1))) {
        addArrows(known.group(1), arrows);
      }
    }
  }
}
