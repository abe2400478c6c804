package dev.quartermaster.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.shared.Identifiers;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link Identifiers} promise. */
public abstract class IdentifiersContract {
  private static final int RFC_9562_VARIANT = 2;

  /** The port under test. */
  protected abstract Identifiers identifiers();

  @Test
  void makesUuidsOfVersion7() {
    assertThat(Stream.generate(identifiers()::next).limit(100))
        .allSatisfy(
            id -> {
              assertThat(id.version()).isEqualTo(7);
              assertThat(id.variant()).isEqualTo(RFC_9562_VARIANT);
            });
  }

  @Test
  void ascends() {
    assertThat(Stream.generate(identifiers()::next).limit(10_000)).isSorted();
  }

  @Test
  void neverRepeatsItselfAmongThreads() {
    Identifiers identifiers = identifiers();
    List<List<UUID>> ids =
        Concurrently.inThreads(8, () -> Stream.generate(identifiers::next).limit(5_000).toList());
    assertThat(ids.stream().flatMap(List::stream)).doesNotHaveDuplicates();
    assertThat(ids).allSatisfy(own -> assertThat(own).isSorted());
  }
}
