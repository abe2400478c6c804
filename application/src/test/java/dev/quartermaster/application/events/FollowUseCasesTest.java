package dev.quartermaster.application.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.events.EventStream;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.DomainEvent;
import dev.quartermaster.domain.shared.Forbidden;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.testkit.events.InMemoryEventLog;
import dev.quartermaster.testkit.events.InMemoryEventStream;
import dev.quartermaster.testkit.events.Listener;
import dev.quartermaster.testkit.shared.Actors;
import dev.quartermaster.testkit.shared.InMemoryOutbox;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FollowUseCasesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");
  private static final Actor STAFF =
      Actors.with(Permission.ORDERS_READ, Permission.CATALOG_WRITE, Permission.USERS_READ);

  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryOutbox outbox = new InMemoryOutbox(unitOfWork);
  private final InMemoryEventLog log = new InMemoryEventLog(unitOfWork, outbox);
  private final InMemoryEventStream stream = new InMemoryEventStream();
  private final FollowEvents followEvents = new FollowEventsService(unitOfWork, log, stream);
  private final FollowThing followThing = new FollowThingService(unitOfWork, log, stream);
  private final TellFollowers tellFollowers = new TellFollowersService(unitOfWork, log, stream);

  @Test
  void staffHearOfAllThatHappensFromNowOn() {
    happen("order.placed", "a");
    tell();
    Listener listener = follow(query(STAFF));
    happen("order.confirmed", "a");
    happen("payment.captured", "p");
    happen("product.created", "t");
    happen("user.created", "u");
    tell();
    assertThat(listener.typesOf(4))
        .containsExactly("order.confirmed", "payment.captured", "product.created", "user.created");
  }

  @Test
  void nobodyHearsOfMoreThanTheyMayKnow() {
    Listener listener = follow(query(Actors.with(Permission.ORDERS_READ)));
    happen("user.created", "u");
    happen("product.created", "t");
    happen("secret.told", "s");
    happen("payment.captured", "p");
    happen("order.placed", "a");
    tell();
    assertThat(listener.typesOf(2)).containsExactly("payment.captured", "order.placed");
  }

  @Test
  void whoMayNotIsRefused() {
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> follow(query(Actors.anonymous())));
    assertThatExceptionOfType(Forbidden.class)
        .isThrownBy(() -> follow(query(Actors.without(Permission.ORDERS_READ))));
    Actor noUsers = Actors.without(Permission.USERS_READ);
    assertThatExceptionOfType(Forbidden.class)
        .isThrownBy(() -> follow(query(noUsers, Set.of(), Optional.of("user"))));
    assertThatExceptionOfType(Forbidden.class)
        .isThrownBy(() -> follow(query(noUsers, Set.of("user.created"), Optional.empty())));
    Actor noCatalogue = Actors.without(Permission.CATALOG_WRITE);
    assertThatExceptionOfType(Forbidden.class)
        .isThrownBy(() -> follow(query(noCatalogue, Set.of("product.created"), Optional.empty())));
  }

  @Test
  void whatIsUnknownIsNamed() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> follow(query(STAFF, Set.of("moon.risen"), Optional.of("basket"))))
        .satisfies(
            refusal ->
                assertThat(refusal.fieldErrors())
                    .extracting(error -> error.field())
                    .containsExactly("aggregateType", "type"));
  }

  @Test
  void filtersNarrowWhatIsHeard() {
    Listener orders = follow(query(STAFF, Set.of(), Optional.of("order")));
    Listener placed = follow(query(STAFF, Set.of("order.placed"), Optional.empty()));
    Listener one =
        follow(
            new FollowEvents.Query(
                STAFF, Set.of(), Optional.of("order"), Optional.of("b"), OptionalLong.empty()));
    happen("order.placed", "a");
    happen("user.created", "b");
    happen("order.placed", "b");
    happen("order.confirmed", "a");
    tell();
    assertThat(orders.places()).containsExactly(1L, 3L, 4L);
    assertThat(placed.places()).containsExactly(1L, 3L);
    assertThat(one.places()).containsExactly(3L);
  }

  @Test
  void itGoesOnBehindThePlaceThatTheFollowerKnows() {
    for (int number = 0; number < 5; number++) {
      happen("order.updated", "a");
    }
    tell();
    for (long known = 0; known <= 5; known++) {
      Listener listener = follow(behind(known));
      assertThat(listener.places()).hasSize((int) (5 - known)).doesNotContain(known);
      listener.cancel();
    }
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> follow(behind(6)))
        .satisfies(
            refusal ->
                assertThat(refusal.fieldErrors().getFirst().field()).isEqualTo("lastEventId"));
  }

  @Test
  void whoKnowsAPlaceThatIsForgottenIsToldSo() {
    for (int number = 0; number < 5; number++) {
      happen("order.updated", "a");
    }
    unitOfWork.inTransaction(() -> log.forgetBefore(NOW.plusSeconds(1), 3));
    tell();
    assertThat(follow(behind(0)).placesOf(2)).containsExactly(4L, 5L);
    assertThat(follow(behind(3)).placesOf(2)).containsExactly(4L, 5L);
    assertThat(follow(behind(5)).places()).isEmpty();
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> follow(behind(2)));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(
            () ->
                followThing.follow(
                    new FollowThing.Query("order", "a", "user:ada", OptionalLong.of(1)),
                    Listener.eager()));
  }

  @Test
  void allThatHappenedToOneThingIsTold() {
    happen("order.placed", "a");
    happen("order.placed", "b");
    tell();
    Listener listener = Listener.eager();
    followThing.follow(
        new FollowThing.Query("order", "a", "user:ada", OptionalLong.empty()), listener);
    happen("user.updated", "a");
    happen("order.confirmed", "a");
    tell();
    assertThat(listener.places()).containsExactly(1L, 4L);
  }

  @Test
  void aNodeThatWasAwayForLongGoesOnWithTheNewest() {
    int many = EventStream.REMEMBERED + 10;
    for (int number = 0; number < many; number++) {
      append("order.updated", "a");
    }
    publish();
    assertThat(tellFollowers.tell()).isPositive();
    tell();
    assertThat(stream.head()).isEqualTo(many);
    Listener listener = follow(behind(0));
    assertThat(listener.placesOf(many)).hasSize(many).doesNotHaveDuplicates();
  }

  private Listener follow(FollowEvents.Query query) {
    Listener listener = Listener.eager();
    followEvents.follow(query, listener);
    return listener;
  }

  private static FollowEvents.Query behind(long known) {
    return new FollowEvents.Query(
        STAFF, Set.of(), Optional.empty(), Optional.empty(), OptionalLong.of(known));
  }

  private static FollowEvents.Query query(Actor actor) {
    return query(actor, Set.of(), Optional.empty());
  }

  private static FollowEvents.Query query(
      Actor actor, Set<String> types, Optional<String> aggregateType) {
    return new FollowEvents.Query(
        actor, types, aggregateType, Optional.empty(), OptionalLong.empty());
  }

  private void happen(String type, String aggregateId) {
    append(type, aggregateId);
    publish();
  }

  private void append(String type, String aggregateId) {
    unitOfWork.inTransaction(
        () ->
            outbox.append(
                new DomainEvent(
                    type,
                    1,
                    type.substring(0, type.indexOf('.')),
                    aggregateId,
                    1,
                    Optional.empty(),
                    STAFF,
                    NOW,
                    Optional.empty(),
                    Map.of())));
  }

  private void publish() {
    unitOfWork.inTransaction(() -> log.publish(Integer.MAX_VALUE));
  }

  private void tell() {
    int told = tellFollowers.tell();
    while (told > 0) {
      told = tellFollowers.tell();
    }
  }
}
