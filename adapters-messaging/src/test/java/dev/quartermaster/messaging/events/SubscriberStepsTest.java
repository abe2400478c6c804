package dev.quartermaster.messaging.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.application.events.ParkEvent;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.messaging.shared.Subscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class SubscriberStepsTest {
  private final List<ParkEvent.Command> parked = new ArrayList<>();

  @Test
  void goesOnEventByEventAfterAFailure() {
    SubscriberSteps steps = new SubscriberSteps(handling(limit -> limit), parked::add);

    assertThat(steps.step(0)).isEqualTo(500);
    assertThat(steps.step(1)).isOne();
    assertThat(steps.step(SubscriberSteps.ATTEMPTS)).isOne();
    assertThat(parked).isEmpty();
  }

  @Test
  void anEventThatFailsToTheLastAttemptIsParked() {
    IllegalStateException poison = new IllegalStateException("with the secret of a customer");
    SubscriberSteps steps = new SubscriberSteps(failing(poison), parked::add);
    assertThatThrownBy(() -> steps.step(SubscriberSteps.ATTEMPTS - 2)).isSameAs(poison);
    assertThat(parked).isEmpty();

    assertThat(steps.step(SubscriberSteps.ATTEMPTS - 1)).isOne();

    assertThat(parked)
        .containsExactly(new ParkEvent.Command("subscriber", "IllegalStateException"));
  }

  @Test
  void noEventIsToBlameForANeighbourThatIsAway() {
    Unavailable away = new Unavailable("the database", new IllegalStateException());
    SubscriberSteps steps = new SubscriberSteps(failing(away), parked::add);

    assertThatThrownBy(() -> steps.step(10 * SubscriberSteps.ATTEMPTS)).isSameAs(away);

    assertThat(parked).isEmpty();
  }

  private static Subscriber failing(RuntimeException failure) {
    return handling(
        _ -> {
          throw failure;
        });
  }

  private static Subscriber handling(IntUnaryOperator handle) {
    return new Subscriber() {
      @Override
      public String name() {
        return "subscriber";
      }

      @Override
      public int handle(int limit) {
        return handle.applyAsInt(limit);
      }
    };
  }
}
