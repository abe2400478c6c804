package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.bootstrap.EmbeddedServersResource;
import dev.quartermaster.domain.events.EventLog;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.DomainEvent;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.webhooks.PastEvents;
import dev.quartermaster.testkit.webhooks.PastEventsContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** {@link PastEventsContract} on the log of events. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class LoggedPastEventsTest extends PastEventsContract {
  private final Instant begin =
      Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofHours(1));
  @Inject UnitOfWork unitOfWork;
  @Inject Outbox outbox;
  @Inject EventLog log;
  @Inject PastEvents events;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected PastEvents events() {
    return events;
  }

  @Override
  protected Instant begin() {
    return begin;
  }

  @Override
  protected void happened(String thing, Instant at) {
    inTransaction(
        () ->
            outbox.append(
                new DomainEvent(
                    "thing.made",
                    1,
                    "thing",
                    thing,
                    1,
                    Optional.empty(),
                    new Actor.SystemProcess("contract"),
                    at,
                    Optional.empty(),
                    Map.of("id", thing))));
    // The application publishes by itself too; whichever comes first.
    inTransaction(
        () -> {
          var _ = log.publish(1_000);
        });
  }
}
