package dev.quartermaster.messaging.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.application.webhooks.QueueDeliveries;
import dev.quartermaster.application.webhooks.TakeDueDeliveries;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookFanOutTest {
  private final List<Integer> limits = new ArrayList<>();
  private final Semaphore looks = new Semaphore(0);
  private final WebhookDelivery delivery =
      new WebhookDelivery(
          _ -> {
            looks.release();
            return new TakeDueDeliveries.Result(List.of());
          },
          _ -> {
            throw new AssertionError("nothing was taken");
          },
          true);
  private final WebhookFanOut fanOut =
      new WebhookFanOut(
          command -> {
            limits.add(command.limit());
            return new QueueDeliveries.Result(3, 2);
          },
          delivery);

  @BeforeEach
  void start() throws InterruptedException {
    delivery.start(new StartupEvent());
    assertThat(looks.tryAcquire(1, 1, TimeUnit.MINUTES)).isTrue();
  }

  @AfterEach
  void stop() {
    delivery.stop(new ShutdownEvent());
  }

  @Test
  void readsTheLogUnderTheNameOfTheUseCaseInBatchesThatManyMayWant() {
    assertThat(fanOut.name()).isEqualTo(QueueDeliveries.SUBSCRIBER);
    assertThat(fanOut.handle(500)).isEqualTo(3);
    assertThat(fanOut.handle(1)).isEqualTo(3);
    assertThat(limits).containsExactly(100, 1);
  }

  @Test
  void whatWasQueuedIsDeliveredAtOnce() throws InterruptedException {
    fanOut.handle(10);

    assertThat(looks.tryAcquire(1, 1, TimeUnit.MINUTES)).isTrue();
  }
}
