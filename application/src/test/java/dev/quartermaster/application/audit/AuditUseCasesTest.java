package dev.quartermaster.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.audit.AuditEvent;
import dev.quartermaster.domain.audit.AuditFilter;
import dev.quartermaster.domain.audit.BrokenLink;
import dev.quartermaster.domain.audit.ChainHash;
import dev.quartermaster.domain.audit.ChainLink;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.Forbidden;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.testkit.audit.InMemoryAuditEvents;
import dev.quartermaster.testkit.shared.Actors;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.InMemoryAuditTrail;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditUseCasesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Actor CLERK = new Actor.SystemProcess("clerk");

  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryAuditTrail trail = new InMemoryAuditTrail(unitOfWork);
  private final InMemoryAuditEvents events = new InMemoryAuditEvents(unitOfWork, trail);
  private final Actor auditor = Actors.with(Permission.AUDIT_READ);

  private final ListAuditEvents list = new ListAuditEventsService(unitOfWork, events);
  private final ChainAuditTrail chain = new ChainAuditTrailService(unitOfWork, events);
  private final VerifyAuditTrail verify = new VerifyAuditTrailService(unitOfWork, events);

  @Test
  void anAuditorReadsWhatEverybodyDid() {
    append(2);
    unitOfWork.inTransaction(
        () -> trail.append(AuditEntry.of(auditor, "thing.gone", "thing", 3, NOW)));

    assertThat(listed(auditor, AuditFilter.ALL)).hasSize(3);
    assertThat(listed(auditor, doneBy(auditor)))
        .extracting(AuditEvent::action)
        .containsExactly("thing.gone");
  }

  @Test
  void readingAndVerifyingNeedThePermission() {
    for (Actor actor : List.of(Actors.with(), Actors.without(Permission.AUDIT_READ))) {
      assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> listed(actor, AuditFilter.ALL));
      assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> listed(actor, doneBy(actor)));
      assertThatExceptionOfType(Forbidden.class)
          .isThrownBy(() -> verify.verify(new VerifyAuditTrail.Query(actor, Optional.empty())));
    }
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> listed(Actors.anonymous(), AuditFilter.ALL));
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(
            () -> verify.verify(new VerifyAuditTrail.Query(Actors.anonymous(), Optional.empty())));
  }

  @Test
  void anEmptyTrailIsSound() {
    assertThat(verified())
        .isEqualTo(new VerifyAuditTrail.Result(0, ChainLink.START, 0, Optional.empty()));
    assertThat(chain.chain(new ChainAuditTrail.Command(10)))
        .isEqualTo(new ChainAuditTrail.Result(0, Optional.of(ChainLink.START)));
  }

  @Test
  void chainsInBatchesAndTellsWhatWaits() {
    append(5);

    assertThat(chain.chain(new ChainAuditTrail.Command(3)).chained()).isEqualTo(3);
    assertThat(verified()).isEqualTo(new VerifyAuditTrail.Result(3, link(3), 2, Optional.empty()));
    assertThat(chain.chain(new ChainAuditTrail.Command(3)))
        .isEqualTo(new ChainAuditTrail.Result(2, Optional.of(link(5))));
    assertThat(chain.chain(new ChainAuditTrail.Command(3)).chained()).isZero();
    assertThat(verified().waiting()).isZero();
  }

  @Test
  void whileOneNodeChainsAnotherDoesNothing() {
    append(2);
    unitOfWork.inTransaction(
        () -> {
          assertThat(chain.chain(new ChainAuditTrail.Command(1)).chained()).isEqualTo(1);
          assertThat(Concurrently.elsewhere(() -> chain.chain(new ChainAuditTrail.Command(1))))
              .isEqualTo(new ChainAuditTrail.Result(0, Optional.empty()));
        });
    assertThat(chain.chain(new ChainAuditTrail.Command(9)).chained()).isEqualTo(1);
    assertThat(verified().broken()).isEmpty();
  }

  @Test
  void manyNodesMakeOneChain() {
    append(100);
    Concurrently.inThreads(8, () -> IntStream.range(0, 30).map(_ -> chained(3)).sum());
    chained(100);
    assertThat(verified())
        .isEqualTo(new VerifyAuditTrail.Result(100, link(100), 0, Optional.empty()));
  }

  @Test
  void verifiesAChainOfSeveralBatches() {
    int count = VerifyAuditTrailService.BATCH * 2 + 1;
    append(count);
    chained(count);
    assertThat(verified().verified()).isEqualTo(count);

    AuditEvent last = at(count);
    tamper(withActor(last, "somebody else"));
    assertBroken(count, Optional.of(last), BrokenLink.Kind.CHANGED);
  }

  @Test
  void namesTheFirstEntryThatWasChanged() {
    append(5);
    chained(5);
    tamper(withActor(at(4), "user:1"));
    tamper(withActor(at(2), "user:1"));
    assertBroken(2, Optional.of(at(2)), BrokenLink.Kind.CHANGED);
    assertThat(verified().verified()).isEqualTo(1);
  }

  @Test
  void aForgedHashMovesTheBreakToTheNextEntry() {
    append(5);
    chained(5);
    tamper(unchained(withActor(at(2), "user:1")).chainedAfter(link(1)));
    assertBroken(3, Optional.of(at(3)), BrokenLink.Kind.CHANGED);
  }

  @Test
  void namesThePlaceOfAnEntryThatIsMissing() {
    append(5);
    chained(5);
    unitOfWork.inTransaction(() -> events.tamperAway(at(3).id()));
    assertBroken(3, Optional.empty(), BrokenLink.Kind.MISSING);
  }

  @Test
  void namesWhereTheTailWasCut() {
    append(5);
    chained(5);
    unitOfWork.inTransaction(
        () -> {
          events.tamperAway(at(5).id());
          events.tamperAway(at(4).id());
        });
    assertBroken(4, Optional.empty(), BrokenLink.Kind.TAIL_CUT);
  }

  @Test
  void namesAHeadThatIsNotTheLastPlace() {
    append(5);
    chained(5);
    ChainLink head = link(5);
    tamperWithHead(new ChainLink(5, new ChainHash("f".repeat(64))));
    assertBroken(5, Optional.empty(), BrokenLink.Kind.HEAD_CHANGED);
    tamperWithHead(link(3));
    assertBroken(3, Optional.empty(), BrokenLink.Kind.HEAD_CHANGED);
    tamperWithHead(new ChainLink(6, head.hash()));
    assertBroken(6, Optional.empty(), BrokenLink.Kind.TAIL_CUT);
    tamperWithHead(head);
    assertThat(verified().broken()).isEmpty();
  }

  @Test
  void whoCutsTheTailAndPutsTheHeadBackIsFoundByAnAnchor() {
    append(5);
    chained(5);
    ChainLink noted = link(5);
    unitOfWork.inTransaction(() -> events.tamperAway(at(5).id()));
    tamperWithHead(link(4));

    assertThat(verified().broken()).isEmpty();
    assertThat(verified(noted).broken())
        .contains(new BrokenLink(5, Optional.empty(), BrokenLink.Kind.ANCHOR_MISSED));
    assertThat(verified(link(4)).broken()).isEmpty();
  }

  @Test
  void whoHashesTheWholeChainAnewIsFoundByAnAnchor() {
    append(3);
    chained(3);
    ChainLink noted = link(2);
    AuditEvent first = unchained(withActor(at(1), "user:1")).chainedAfter(ChainLink.START);
    AuditEvent second = unchained(at(2)).chainedAfter(first.link().orElseThrow());
    AuditEvent third = unchained(at(3)).chainedAfter(second.link().orElseThrow());
    List.of(first, second, third).forEach(this::tamper);
    tamperWithHead(third.link().orElseThrow());

    assertThat(verified().broken()).isEmpty();
    assertThat(verified(noted).broken())
        .contains(new BrokenLink(2, Optional.of(second.id()), BrokenLink.Kind.ANCHOR_MISSED));
  }

  private void append(int count) {
    unitOfWork.inTransaction(
        () ->
            trail.append(
                IntStream.rangeClosed(1, count)
                    .mapToObj(number -> AuditEntry.of(CLERK, "thing.made", "thing", number, NOW))
                    .toList()));
  }

  private int chained(int limit) {
    return chain.chain(new ChainAuditTrail.Command(limit)).chained();
  }

  private AuditEvent at(long sequence) {
    return unitOfWork.inTransaction(() -> events.chained(sequence - 1, sequence, 1).getFirst());
  }

  private ChainLink link(long sequence) {
    return at(sequence).link().orElseThrow();
  }

  private void tamper(AuditEvent forged) {
    unitOfWork.inTransaction(() -> events.tamper(forged));
  }

  private void tamperWithHead(ChainLink forged) {
    unitOfWork.inTransaction(() -> events.tamperWithHead(forged));
  }

  private static AuditEvent withActor(AuditEvent event, String actor) {
    return with(event, actor, event.link());
  }

  private static AuditEvent unchained(AuditEvent event) {
    return with(event, event.actor(), Optional.empty());
  }

  private static AuditEvent with(AuditEvent event, String actor, Optional<ChainLink> link) {
    return new AuditEvent(
        event.id(),
        actor,
        event.action(),
        event.targetType(),
        event.targetId(),
        event.changes(),
        event.requestId(),
        event.createdAt(),
        link);
  }

  private VerifyAuditTrail.Result verified(ChainLink... anchor) {
    return verify.verify(new VerifyAuditTrail.Query(auditor, List.of(anchor).stream().findFirst()));
  }

  private void assertBroken(long sequence, Optional<AuditEvent> event, BrokenLink.Kind kind) {
    assertThat(verified().broken())
        .contains(new BrokenLink(sequence, event.map(AuditEvent::id), kind));
  }

  private List<AuditEvent> listed(Actor actor, AuditFilter filter) {
    return list.list(
            new ListAuditEvents.Query(
                actor, filter, new PageRequest<>(new PageRequest.Page(1), 100, List.of())))
        .items();
  }

  private static AuditFilter doneBy(Actor actor) {
    return new AuditFilter(
        Optional.of(actor.reference()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
