package dev.quartermaster.architecture.report.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CyclesTest {

  @Test
  void aLineIsNoCycle() {
    assertThat(Cycles.in(Map.of("a", List.of("b", "c"), "b", List.of("c"), "c", List.of())))
        .isEmpty();
  }

  @Test
  void eachCircleIsNamedOnce() {
    assertThat(
            Cycles.in(
                Map.of(
                    "a", List.of("b"),
                    "b", List.of("c"),
                    "c", List.of("a", "d"),
                    "d", List.of("d"),
                    "e", List.of("a"))))
        .containsExactly(List.of("a", "b", "c"), List.of("d"));
  }
}
