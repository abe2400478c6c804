package dev.quartermaster.testkit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.audit.AuditEvent;
import dev.quartermaster.domain.audit.AuditEventField;
import dev.quartermaster.domain.audit.AuditEvents;
import dev.quartermaster.domain.audit.AuditFilter;
import dev.quartermaster.domain.audit.BrokenLink;
import dev.quartermaster.domain.audit.ChainLink;
import dev.quartermaster.domain.audit.ChainState;
import dev.quartermaster.domain.audit.ChainWalk;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.ListContract;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What {@link AuditEvents} promise. */
public abstract class AuditEventsContract extends ListContract<AuditEvent, AuditEventField> {
  private static final int BATCH = 7;

  private final Actor actor = new Actor.SystemProcess(unique());

  /** What appends to the entries under test. */
  protected abstract AuditTrail auditTrail();

  /** The port under test. */
  protected abstract AuditEvents auditEvents();

  @Test
  void showsWhatWasAppended() {
    String target = unique();
    List<Change> changes =
        List.of(
            new Change("made", Optional.empty(), Optional.of("„ja“")),
            new Change("gone", Optional.of(""), Optional.empty()));
    append(AuditEntry.of(actor, "thing.edited", "thing", target, NOW).changing(changes));

    AuditEvent event = onTarget(target);

    assertThat(event)
        .isEqualTo(
            new AuditEvent(
                event.id(),
                actor.reference(),
                "thing.edited",
                "thing",
                target,
                changes,
                Optional.empty(),
                NOW,
                Optional.empty()));
  }

  @Test
  void filtersByEachPropertyAndAllTogether() {
    AuditEvent event = appended("thing.made", unique(), 0);
    appended("thing.made", unique(), 5);
    append(AuditEntry.of(new Actor.SystemProcess(unique()), "thing.made", "other", "1", NOW));

    assertThat(listed(filter(event.targetId(), event.action(), event.targetType(), 0, 1)))
        .containsExactly(event);
    assertThat(listed(filter(unique(), event.action(), event.targetType(), 0, 1))).isEmpty();
    assertThat(listed(filter(event.targetId(), "thing.gone", event.targetType(), 0, 1))).isEmpty();
    assertThat(listed(filter(event.targetId(), event.action(), "other", 0, 1))).isEmpty();
    assertThat(listed(filter(event.targetId(), event.action(), event.targetType(), 1, 9)))
        .isEmpty();
    assertThat(listed(filter(event.targetId(), event.action(), event.targetType(), -1, 0)))
        .isEmpty();
    assertThat(
            inTransaction(() -> list(new PageRequest<>(new PageRequest.Page(1), 100, List.of()))))
        .satisfies(slice -> assertThat(slice.items()).hasSize(2));
  }

  @Test
  void chainedEntriesStandInTheOrderInWhichTheyWereAppended() {
    List<String> targets = targets(3 * BATCH);
    targets.forEach(target -> appended("thing.made", target, 0));

    chainAll();

    List<Long> sequences =
        targets.stream().map(target -> onTarget(target).link().orElseThrow().sequence()).toList();
    assertThat(sequences)
        .isEqualTo(
            LongStream.range(0, targets.size())
                .mapToObj(step -> sequences.getFirst() + step)
                .toList());
    assertThat(firstBreak()).isEmpty();
  }

  @Test
  void theHeadIsTheLastPlaceGiven() {
    AuditEvent event = appended("thing.made", unique(), 0);
    assertThat(inTransaction(() -> auditEvents().chainState()).waiting()).isPositive();

    chainAll();

    ChainLink link = onTarget(event.targetId()).link().orElseThrow();
    assertThat(inTransaction(() -> auditEvents().chainState()))
        .isEqualTo(new ChainState(link, link.sequence(), 0));
    assertThat(inTransaction(() -> auditEvents().tryLockHead())).contains(link);
    assertThat(inTransaction(() -> auditEvents().waiting(1))).isEmpty();
  }

  @Test
  void aRolledBackBatchWaitsOn() {
    AuditEvent event = appended("thing.made", unique(), 0);
    ChainState before = inTransaction(() -> auditEvents().chainState());

    rollBack(this::chainBatch);

    assertThat(inTransaction(() -> auditEvents().chainState())).isEqualTo(before);
    assertThat(onTarget(event.targetId())).isEqualTo(event);
  }

  @Test
  void oneChainsAndTheOthersPassOn() {
    inTransaction(
        () -> {
          assertThat(auditEvents().tryLockHead()).isPresent();
          assertThat(inAnotherTransaction(() -> auditEvents().tryLockHead())).isEmpty();
          assertThat(auditEvents().tryLockHead()).isPresent();
        });
    assertThat(inAnotherTransaction(() -> auditEvents().tryLockHead())).isPresent();
  }

  @Test
  void whoAppendsDoesNotWaitForWhoChains() {
    String target = unique();
    inTransaction(
        () -> {
          chainBatch();
          assertThat(auditEvents().tryLockHead()).isPresent();
          AuditEvent meanwhile =
              inAnotherTransaction(
                  () -> {
                    auditTrail().append(AuditEntry.of(actor, "thing.made", "thing", target, NOW));
                    return find(target);
                  });
          assertThat(meanwhile.link()).isEmpty();
        });
    assertThat(onTarget(target).link()).isEmpty();
  }

  @Test
  void whatWasNotCommittedIsNotChained() {
    String target = unique();
    inTransaction(
        () -> {
          auditTrail().append(AuditEntry.of(actor, "thing.made", "thing", target, NOW));
          Concurrently.elsewhere(
              () -> {
                chainAll();
                return true;
              });
        });
    assertThat(onTarget(target).link()).isEmpty();

    chainAll();

    assertThat(onTarget(target).link()).isPresent();
    assertThat(firstBreak()).isEmpty();
  }

  @Test
  void manyWritersAndTwoChainersMakeOneSoundChain() {
    int entriesOfEach = 40;
    AtomicInteger role = new AtomicInteger();
    AtomicInteger writing = new AtomicInteger(THREADS);
    ChainLink before = inTransaction(() -> auditEvents().chainState()).head();

    Concurrently.inThreads(
        THREADS + 2,
        () -> {
          if (role.getAndIncrement() < THREADS) {
            for (int number = 0; number < entriesOfEach; number++) {
              append(AuditEntry.of(actor, "thing.made", "thing", unique(), NOW));
            }
            writing.decrementAndGet();
          } else {
            while (writing.get() > 0) {
              inTransaction(this::chainBatch);
            }
          }
          return true;
        });
    chainAll();

    assertThat(firstBreak()).isEmpty();
    ChainState after = inTransaction(() -> auditEvents().chainState());
    assertThat(after.waiting()).isZero();
    assertThat(after.head().sequence() - before.sequence())
        .isGreaterThanOrEqualTo((long) THREADS * entriesOfEach);
    assertThat(inTransaction(() -> list(new PageRequest<>(new PageRequest.Page(1), 1, List.of()))))
        .satisfies(
            slice ->
                assertThat(slice.paging())
                    .isEqualTo(new Slice.Numbered(1, 1, (long) THREADS * entriesOfEach)));
  }

  @Test
  void givesChainedEntriesInBoundedParts() {
    targets(3).forEach(target -> appended("thing.made", target, 0));
    chainAll();
    long last = inTransaction(() -> auditEvents().chainState()).last();

    assertThat(chained(last - 3, last, 2)).containsExactly(last - 2, last - 1);
    assertThat(chained(last - 1, last, 2)).containsExactly(last);
    assertThat(chained(last, last, 2)).isEmpty();
    assertThat(chained(last - 3, last - 1, 5)).containsExactly(last - 2, last - 1);
  }

  /** The first link that does not hold, as a walk in small steps finds it. */
  protected final Optional<BrokenLink> firstBreak() {
    ChainState state = inTransaction(() -> auditEvents().chainState());
    ChainWalk walk = ChainWalk.towards(Optional.empty());
    long after = Long.MIN_VALUE;
    List<AuditEvent> part = part(after, state);
    while (!part.isEmpty()) {
      for (AuditEvent next : part) {
        Optional<BrokenLink> broken = walk.breakAt(next);
        if (broken.isPresent()) {
          return broken;
        }
        walk = walk.past(next);
      }
      part = part(walk.last().sequence(), state);
    }
    return walk.breakAtEnd(state.head());
  }

  /** Chains all that wait. */
  protected final void chainAll() {
    while (inTransaction(this::chainBatch) > 0) {
      // Goes on until a batch is empty.
    }
  }

  /** Appends an entry and gives it as it is stored. */
  protected final AuditEvent appended(String action, String target, int second) {
    append(AuditEntry.of(actor, action, "thing", target, NOW.plusSeconds(second)));
    return onTarget(target);
  }

  /** The entry on a target. */
  protected final AuditEvent onTarget(String target) {
    return inTransaction(() -> find(target));
  }

  private int chainBatch() {
    Optional<ChainLink> head = auditEvents().tryLockHead();
    if (head.isEmpty()) {
      return 0;
    }
    ChainLink last = head.get();
    List<AuditEvent> chained = new ArrayList<>();
    for (AuditEvent waiting : auditEvents().waiting(BATCH)) {
      chained.add(waiting.chainedAfter(last));
      last = chained.getLast().link().orElseThrow();
    }
    auditEvents().chain(chained);
    return chained.size();
  }

  private List<AuditEvent> part(long after, ChainState state) {
    return inTransaction(() -> auditEvents().chained(after, state.last(), BATCH));
  }

  private List<Long> chained(long after, long upTo, int limit) {
    return inTransaction(() -> auditEvents().chained(after, upTo, limit)).stream()
        .map(event -> event.link().orElseThrow().sequence())
        .toList();
  }

  private static List<String> targets(int count) {
    return LongStream.range(0, count).mapToObj(_ -> unique()).toList();
  }

  private void append(AuditEntry entry) {
    inTransaction(() -> auditTrail().append(entry));
  }

  private AuditEvent find(String target) {
    AuditFilter filter =
        new AuditFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(target),
            Optional.empty(),
            Optional.empty());
    return auditEvents()
        .list(filter, new PageRequest<>(new PageRequest.After(""), 1, List.of()))
        .items()
        .getFirst();
  }

  private List<AuditEvent> listed(AuditFilter filter) {
    return inTransaction(
        () ->
            auditEvents()
                .list(filter, new PageRequest<>(new PageRequest.Page(1), 100, List.of()))
                .items());
  }

  private AuditFilter filter(String target, String action, String type, int from, int to) {
    return new AuditFilter(
        Optional.of(actor.reference()),
        Optional.of(action),
        Optional.of(type),
        Optional.of(target),
        Optional.of(NOW.plusSeconds(from)),
        Optional.of(NOW.plusSeconds(to)));
  }

  @Override
  protected List<AuditEventField> fields() {
    return List.of(AuditEventField.values());
  }

  @Override
  protected Comparator<AuditEvent> by(AuditEventField field) {
    return switch (field) {
      case CREATED_AT -> Comparator.comparing(AuditEvent::createdAt);
    };
  }

  @Override
  protected Comparator<AuditEvent> naturalOrder() {
    return by(AuditEventField.CREATED_AT).reversed();
  }

  @Override
  protected UUID idOf(AuditEvent item) {
    return item.id();
  }

  @Override
  protected AuditEvent addListed(int number) {
    return appended("thing.made", unique(), number * 3 % 5);
  }

  @Override
  protected Slice<AuditEvent> list(PageRequest<AuditEventField> page) {
    return auditEvents()
        .list(
            new AuditFilter(
                Optional.of(actor.reference()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            page);
  }
}
