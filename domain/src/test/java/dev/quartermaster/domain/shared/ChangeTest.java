package dev.quartermaster.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeTest {
  @Test
  void whatStayedIsNoChange() {
    assertThat(Change.between(Map.of("name", "Ada"), Map.of("name", "Ada"))).isEmpty();
  }

  @Test
  void namesWhatDiffersInTheOrderOfTheNames() {
    assertThat(
            Change.between(
                Map.of("name", "Ada", "email", "ada@example.com", "gone", "yes"),
                Map.of("name", "Grace", "email", "ada@example.com", "came", "yes")))
        .containsExactly(
            new Change("came", Optional.empty(), Optional.of("yes")),
            new Change("gone", Optional.of("yes"), Optional.empty()),
            new Change("name", Optional.of("Ada"), Optional.of("Grace")));
  }
}
