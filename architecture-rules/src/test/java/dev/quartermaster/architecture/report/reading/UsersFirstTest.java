package dev.quartermaster.architecture.report.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class UsersFirstTest {

  @Test
  void usersComeBeforeWhatTheyUse() {
    assertThat(sorted(Map.of("a", List.of(), "b", List.of("a", "c"), "c", List.of("a"))))
        .containsExactly("b", "c", "a");
  }

  @Test
  void ofACircleTheLeastUsedComesFirst() {
    assertThat(sorted(Map.of("a", List.of("c"), "b", List.of("a"), "c", List.of("a", "b"))))
        .containsExactly("b", "a", "c");
  }

  private static List<String> sorted(Map<String, List<String>> uses) {
    return UsersFirst.sort(
        uses.keySet().stream().sorted().toList(), Function.identity(), uses::get);
  }
}
