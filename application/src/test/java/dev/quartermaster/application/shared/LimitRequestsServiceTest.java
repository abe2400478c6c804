package dev.quartermaster.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.shared.Allowance;
import dev.quartermaster.testkit.shared.InMemoryRateLimits;
import dev.quartermaster.testkit.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LimitRequestsServiceTest {
  private static final Duration WINDOW = Duration.ofMinutes(15);

  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:15:30Z"));
  private final LimitRequests requests =
      new LimitRequestsService(new InMemoryRateLimits(clock, 2, WINDOW));

  @Test
  void refusesWhatIsBeyondTheLimitUntilTheWindowIsOver() {
    assertThat(granted("user:1", "user:1", "user:1")).containsExactly(true, true, false);

    clock.advance(WINDOW);

    assertThat(granted("user:1")).containsExactly(true);
  }

  @Test
  void countsEachClientApart() {
    assertThat(granted("user:1", "user:1", "user:2")).containsOnly(true);
  }

  @Test
  void saysThatRequestsAreLimited() {
    assertThat(requests.isOn()).isTrue();
  }

  private List<Boolean> granted(String... clients) {
    return Stream.of(clients)
        .map(LimitRequests.Command::new)
        .map(requests::count)
        .flatMap(Optional::stream)
        .map(Allowance::granted)
        .toList();
  }
}
