package dev.quartermaster.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {
  private final Forbidden refusal = new Forbidden("no");

  @Test
  void tellsWhatBecameOfWork() {
    assertThat(Outcome.of(() -> 1)).isEqualTo(new Outcome.Done<>(1));
    assertThat(Outcome.of(this::refuse)).isEqualTo(new Outcome.Refused<>(refusal));
    assertThat(Outcome.of(() -> 1).orThrow()).isEqualTo(1);
    assertThatThrownBy(Outcome.of(this::refuse)::orThrow).isSameAs(refusal);
  }

  @Test
  void otherFailuresAreNoOutcome() {
    IllegalStateException failure = new IllegalStateException("broken");
    assertThatThrownBy(
            () ->
                Outcome.of(
                    () -> {
                      throw failure;
                    }))
        .isSameAs(failure);
  }

  @Test
  void goesOnWithWhatWasDoneAndKeepsThePlacesOfTheRefused() {
    List<Outcome<Integer>> outcomes =
        List.of(
            new Outcome.Refused<>(refusal),
            new Outcome.Done<>(1),
            new Outcome.Done<>(2),
            new Outcome.Refused<>(refusal),
            new Outcome.Done<>(3));
    List<Integer> asked = new ArrayList<>();
    assertThat(
            Outcome.then(
                outcomes,
                numbers -> {
                  asked.addAll(numbers);
                  return numbers.stream()
                      .map(number -> Outcome.of(() -> number == 2 ? refuse() : "#" + number))
                      .toList();
                }))
        .containsExactly(
            new Outcome.Refused<>(refusal),
            new Outcome.Done<>("#1"),
            new Outcome.Refused<>(refusal),
            new Outcome.Refused<>(refusal),
            new Outcome.Done<>("#3"));
    assertThat(asked).containsExactly(1, 2, 3);
  }

  @Test
  void asksNobodyToGoOnWithNothing() {
    List<Outcome<Integer>> refused = List.of(new Outcome.Refused<>(refusal));
    assertThat(
            Outcome.<Integer, Integer>then(
                refused,
                _ -> {
                  throw new AssertionError("nothing is left to do");
                }))
        .isEqualTo(refused);
  }

  private String refuse() {
    throw refusal;
  }
}
