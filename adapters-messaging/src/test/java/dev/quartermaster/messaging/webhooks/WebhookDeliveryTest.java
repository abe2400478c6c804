package dev.quartermaster.messaging.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.application.webhooks.AttemptDelivery;
import dev.quartermaster.application.webhooks.TakeDueDeliveries;
import dev.quartermaster.domain.webhooks.DeliveryId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookDeliveryTest {
  private static final AttemptDelivery.Result DELIVERED =
      new AttemptDelivery.Result(AttemptDelivery.Outcome.DELIVERED, Optional.empty());

  private final Queue<DeliveryId> due = new ConcurrentLinkedQueue<>();
  private final Semaphore delivered = new Semaphore(0);
  private final Semaphore begun = new Semaphore(0);
  private final CountDownLatch answers = new CountDownLatch(1);
  private final DeliveryId hanging = new DeliveryId(UUID.randomUUID());
  private final DeliveryId faulty = new DeliveryId(UUID.randomUUID());
  private final WebhookDelivery delivery = new WebhookDelivery(this::take, this::attempt, true);

  @AfterEach
  void stop() {
    answers.countDown();
    delivery.stop(new ShutdownEvent());
  }

  @Test
  void whatIsDueIsAttemptedWhateverHappensToOthers() throws InterruptedException {
    due.add(hanging);
    due.add(faulty);
    addDue(100);

    delivery.start(new StartupEvent());

    assertThat(delivered.tryAcquire(100, 1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void whatIsQueuedLaterIsAttemptedOnceSomebodyWakesIt() throws InterruptedException {
    due.add(hanging);
    delivery.start(new StartupEvent());
    assertThat(begun.tryAcquire(1, 1, TimeUnit.MINUTES)).isTrue();

    addDue(1);
    delivery.wake();

    assertThat(delivered.tryAcquire(1, 1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void noMoreAreBegunThanANodeBearsAndTheRestFollows() throws InterruptedException {
    int many = WebhookDelivery.AT_ONCE + 50;
    Stream.generate(() -> hanging).limit(many).forEach(due::add);
    delivery.start(new StartupEvent());

    assertThat(begun.tryAcquire(WebhookDelivery.AT_ONCE, 1, TimeUnit.MINUTES)).isTrue();
    delivery.wake();
    assertThat(due).hasSize(50);
    assertThat(begun.availablePermits()).isZero();

    answers.countDown();
    assertThat(delivered.tryAcquire(many, 1, TimeUnit.MINUTES)).isTrue();
    assertThat(due).isEmpty();
  }

  private void addDue(int number) {
    Stream.generate(() -> new DeliveryId(UUID.randomUUID())).limit(number).forEach(due::add);
  }

  private TakeDueDeliveries.Result take(TakeDueDeliveries.Command command) {
    return new TakeDueDeliveries.Result(
        Stream.generate(due::poll)
            .limit(command.limit())
            .takeWhile(taken -> taken != null)
            .toList());
  }

  private AttemptDelivery.Result attempt(AttemptDelivery.Command command) {
    begun.release();
    if (command.deliveryId().equals(faulty)) {
      throw new IllegalStateException("on purpose");
    }
    if (command.deliveryId().equals(hanging)) {
      awaitAnswers();
    }
    delivered.release();
    return DELIVERED;
  }

  private void awaitAnswers() {
    try {
      answers.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
