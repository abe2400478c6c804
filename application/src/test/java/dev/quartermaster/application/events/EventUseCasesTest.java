package dev.quartermaster.application.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.events.EventGap;
import dev.quartermaster.domain.events.EventLogState;
import dev.quartermaster.domain.events.EventSink;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Forbidden;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.testkit.events.InMemoryEventLog;
import dev.quartermaster.testkit.events.InMemoryEventSink;
import dev.quartermaster.testkit.shared.InMemoryOutbox;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import dev.quartermaster.testkit.shared.OutboxContract;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import dev.quartermaster.testkit.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventUseCasesTest {
  private static final Instant HAPPENED = Instant.parse("2026-03-01T10:15:30.123456Z");
  private static final Actor STAFF =
      new Actor.SignedIn(
          new UserId(new SequentialIdentifiers().next()), Set.of(Permission.ORDERS_READ));
  private static final Actor CUSTOMER =
      new Actor.SignedIn(new UserId(new SequentialIdentifiers().next()), Set.of());

  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final SettableClock clock = new SettableClock(HAPPENED);
  private final InMemoryOutbox outbox = new InMemoryOutbox(unitOfWork);
  private final InMemoryEventLog log = new InMemoryEventLog(unitOfWork, outbox);
  private final PublishEvents publish = new PublishEventsService(unitOfWork, log);
  private final VerifyEvents verify = new VerifyEventsService(unitOfWork, log);
  private final ForgetEvents forget = new ForgetEventsService(unitOfWork, log, clock);
  private final ParkEvent park = new ParkEventService(unitOfWork, log, clock);
  private final WatchEvents watch = new WatchEventsService(log);
  private final MeasureEventLog measure = new MeasureEventLogService(unitOfWork, log);

  @Test
  void whatIsPublishedIsCompleteAndCounted() {
    happen("lamp", 1, 2, 3);
    assertThat(measure.measure().waiting()).isEqualTo(3);

    assertThat(publish.publish(new PublishEvents.Command(2))).isEqualTo(2);
    assertThat(publish.publish(new PublishEvents.Command(2))).isEqualTo(1);

    VerifyEvents.Result result = verify.verify(new VerifyEvents.Query(STAFF));
    assertThat(result.isComplete()).isTrue();
    assertThat(result.state().head()).isEqualTo(3);
    assertThat(measure.measure().waiting()).isZero();
  }

  @Test
  void anEventThatIsLackingIsNamed() {
    happen("lamp", 1, 3);
    publish.publish(new PublishEvents.Command(10));

    VerifyEvents.Result result = verify.verify(new VerifyEvents.Query(STAFF));

    assertThat(result.isComplete()).isFalse();
    assertThat(result.gaps()).containsExactly(new EventGap("thing", "lamp", 2, 2, 3));
  }

  @Test
  void verifyingIsForThoseWhoMayReadOrders() {
    assertThatExceptionOfType(Forbidden.class)
        .isThrownBy(() -> verify.verify(new VerifyEvents.Query(CUSTOMER)));
  }

  @Test
  void eventsAreForgottenAfterTheirTime() {
    happen("lamp", 1, 2);
    publish.publish(new PublishEvents.Command(10));
    clock.advance(ForgetEvents.RETENTION);
    assertThat(forget.forget(new ForgetEvents.Command(10))).isZero();

    clock.advance(Duration.ofSeconds(1));

    assertThat(forget.forget(new ForgetEvents.Command(1))).isOne();
    assertThat(forget.forget(new ForgetEvents.Command(10))).isOne();
    assertThat(verify.verify(new VerifyEvents.Query(STAFF)).isComplete()).isTrue();
  }

  @Test
  void aParkedEventIsPassedAndTheNextOneComes() {
    happen("lamp", 1, 2);
    publish.publish(new PublishEvents.Command(10));

    park.park(new ParkEvent.Command("reader", "it is poison"));

    assertThat(unitOfWork.inTransaction(() -> log.next("reader", 10)))
        .extracting(PublishedEvent::sequence)
        .containsExactly(2L);
    assertThat(measure.measure().subscribers())
        .containsExactly(new EventLogState.Subscriber("reader", 1, 1));
  }

  @Test
  void thereIsNothingToParkBehindTheLastEvent() {
    park.park(new ParkEvent.Command("reader", "it is poison"));

    assertThat(measure.measure().subscribers())
        .containsExactly(new EventLogState.Subscriber("reader", 0, 0));
  }

  @Test
  void eventsAreCarriedOnOnceAndInOrder() {
    InMemoryEventSink sink = new InMemoryEventSink(true);
    ForwardEvents forward = new ForwardEventsService(unitOfWork, log, sink);
    happen("lamp", 1, 2, 3);
    publish.publish(new PublishEvents.Command(10));

    assertThat(forward.forward(new ForwardEvents.Command(2))).isEqualTo(2);
    assertThat(forward.forward(new ForwardEvents.Command(2))).isOne();
    assertThat(forward.forward(new ForwardEvents.Command(2))).isZero();

    assertThat(sink.taken()).extracting(PublishedEvent::sequence).containsExactly(1L, 2L, 3L);
  }

  @Test
  void whatTheSinkDidNotTakeIsCarriedOnLater() {
    happen("lamp", 1);
    publish.publish(new PublishEvents.Command(10));
    EventSink away =
        new EventSink() {
          @Override
          public boolean isOpen() {
            return true;
          }

          @Override
          public void send(List<PublishedEvent> events) {
            throw new Unavailable("the sink", null);
          }
        };
    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(
            () ->
                new ForwardEventsService(unitOfWork, log, away)
                    .forward(new ForwardEvents.Command(10)));

    InMemoryEventSink back = new InMemoryEventSink(true);
    new ForwardEventsService(unitOfWork, log, back).forward(new ForwardEvents.Command(10));

    assertThat(back.taken()).hasSize(1);
  }

  @Test
  void withoutASinkNoPlaceIsKept() {
    InMemoryEventSink closed = new InMemoryEventSink(false);
    happen("lamp", 1);
    publish.publish(new PublishEvents.Command(10));

    assertThat(
            new ForwardEventsService(unitOfWork, log, closed)
                .forward(new ForwardEvents.Command(10)))
        .isZero();

    assertThat(measure.measure().subscribers()).isEmpty();
  }

  @Test
  void whoWatchesIsTold() {
    AtomicInteger arrivals = new AtomicInteger();
    AtomicInteger publications = new AtomicInteger();
    watch.onArrival(arrivals::incrementAndGet);
    watch.onPublication(publications::incrementAndGet);

    happen("lamp", 1);
    publish.publish(new PublishEvents.Command(10));

    assertThat(arrivals).hasValue(1);
    assertThat(publications).hasValue(1);
  }

  private void happen(String thing, long... sequences) {
    unitOfWork.inTransaction(
        () -> {
          for (long sequence : sequences) {
            outbox.append(OutboxContract.event("thing.edited", thing, sequence));
          }
        });
  }
}
