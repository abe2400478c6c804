package dev.quartermaster.testkit.audit;

import dev.quartermaster.domain.audit.AuditEvent;
import dev.quartermaster.domain.audit.AuditEventField;
import dev.quartermaster.domain.audit.AuditEvents;
import dev.quartermaster.domain.audit.AuditFilter;
import dev.quartermaster.domain.audit.ChainLink;
import dev.quartermaster.domain.audit.ChainState;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.testkit.shared.InMemoryAuditTrail;
import dev.quartermaster.testkit.shared.InMemoryList;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The entries of an audit trail in memory, and their chain. */
public final class InMemoryAuditEvents implements AuditEvents {
  private static final String HEAD = "head";

  private final InMemoryAuditTrail trail;
  private final InMemoryTable<UUID, Optional<AuditEvent>> stored;
  private final InMemoryTable<String, ChainLink> heads;
  private final InMemoryList<AuditEvent, AuditEventField> list =
      new InMemoryList<>(InMemoryAuditEvents::by, AuditEventField.CREATED_AT, AuditEvent::id);

  /** The entries of that trail, of which none is chained yet. */
  public InMemoryAuditEvents(InMemoryUnitOfWork unitOfWork, InMemoryAuditTrail trail) {
    this.trail = trail;
    this.stored = new InMemoryTable<>(unitOfWork);
    this.heads = new InMemoryTable<>(unitOfWork);
  }

  @Override
  public Slice<AuditEvent> list(AuditFilter filter, PageRequest<AuditEventField> page) {
    return list.slice(events().filter(event -> meets(event, filter)).toList(), page);
  }

  @Override
  public Optional<ChainLink> tryLockHead() {
    return heads.tryLock(HEAD) ? Optional.of(head()) : Optional.empty();
  }

  @Override
  public List<AuditEvent> waiting(int limit) {
    return events()
        .filter(event -> event.link().isEmpty())
        .sorted(Comparator.comparing(AuditEvent::id))
        .limit(limit)
        .toList();
  }

  @Override
  public void chain(List<AuditEvent> chained) {
    for (AuditEvent event : chained) {
      stored.put(event.id(), Optional.of(event));
      heads.put(HEAD, event.link().orElseThrow());
    }
  }

  @Override
  public ChainState chainState() {
    return new ChainState(
        head(),
        events()
            .flatMap(event -> event.link().stream())
            .mapToLong(ChainLink::sequence)
            .max()
            .orElse(0),
        events().filter(event -> event.link().isEmpty()).count());
  }

  @Override
  public List<AuditEvent> chained(long after, long upTo, int limit) {
    List<AuditEvent> following =
        events()
            .filter(event -> event.link().isPresent())
            .filter(event -> sequence(event) > after && sequence(event) <= upTo)
            .sorted(Comparator.comparing(InMemoryAuditEvents::sequence))
            .toList();
    long last =
        following.stream().limit(limit).mapToLong(InMemoryAuditEvents::sequence).max().orElse(0);
    return following.stream().takeWhile(event -> sequence(event) <= last).toList();
  }

  /** Puts another entry in the place of the one with its id, as somebody with SQL could. */
  public void tamper(AuditEvent forged) {
    stored.put(forged.id(), Optional.of(forged));
  }

  /** Removes an entry, as somebody with SQL could. */
  public void tamperAway(UUID id) {
    stored.put(id, Optional.empty());
  }

  /** Notes another place as the last one given, as somebody with SQL could. */
  public void tamperWithHead(ChainLink forged) {
    heads.put(HEAD, forged);
  }

  private ChainLink head() {
    return heads.find(HEAD).orElse(ChainLink.START);
  }

  private Stream<AuditEvent> events() {
    return trail.appended().stream()
        .flatMap(
            appended ->
                stored.find(appended.id()).orElseGet(() -> Optional.of(event(appended))).stream());
  }

  private static AuditEvent event(InMemoryAuditTrail.Appended appended) {
    return new AuditEvent(
        appended.id(),
        appended.entry().actor().reference(),
        appended.entry().action(),
        appended.entry().targetType(),
        appended.entry().targetId(),
        appended.entry().changes(),
        Optional.empty(),
        appended.entry().at(),
        Optional.empty());
  }

  private static boolean meets(AuditEvent event, AuditFilter filter) {
    return filter.actor().stream().allMatch(event.actor()::equals)
        && filter.action().stream().allMatch(event.action()::equals)
        && filter.targetType().stream().allMatch(event.targetType()::equals)
        && filter.targetId().stream().allMatch(event.targetId()::equals)
        && filter.from().stream().noneMatch(event.createdAt()::isBefore)
        && filter.to().stream().allMatch(event.createdAt()::isBefore);
  }

  private static long sequence(AuditEvent event) {
    return event.link().orElseThrow().sequence();
  }

  private static Comparator<AuditEvent> by(AuditEventField field) {
    return switch (field) {
      case CREATED_AT -> Comparator.comparing(AuditEvent::createdAt);
    };
  }
}
