package dev.quartermaster.testkit.shared;

import dev.quartermaster.domain.shared.DomainEvent;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.Outbox;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** An outbox in memory. */
public final class InMemoryOutbox implements Outbox {
  private final Identifiers identifiers = new SequentialIdentifiers();
  private final InMemoryUnitOfWork unitOfWork;
  private final InMemoryTable<UUID, Arrival> arrivals;
  private final List<Runnable> onAppended = new CopyOnWriteArrayList<>();

  /** Nothing has happened yet. */
  public InMemoryOutbox(InMemoryUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
    this.arrivals = new InMemoryTable<>(unitOfWork);
  }

  @Override
  public void append(List<DomainEvent> events) {
    for (DomainEvent event : events) {
      UUID id = identifiers.next();
      arrivals.put(id, new Arrival(id, event));
    }
    unitOfWork.afterCommit(() -> onAppended.forEach(Runnable::run));
  }

  /** Runs the action whenever events were committed. */
  public void onAppended(Runnable action) {
    onAppended.add(action);
  }

  /** What happened, under its ids, in the order in which it was committed. */
  public List<Arrival> arrivals() {
    return arrivals.rows();
  }

  /** What happened, in the order in which it was committed. */
  public List<DomainEvent> events() {
    return arrivals().stream().map(Arrival::event).toList();
  }

  /** The types of what happened to a thing, in the order in which it was committed. */
  public List<String> typesOf(Object aggregateId) {
    return events().stream()
        .filter(event -> event.aggregateId().equals(aggregateId.toString()))
        .map(DomainEvent::type)
        .toList();
  }

  /**
   * An event under its id.
   *
   * @param id a UUID of version 7, ascending in the order of appending
   * @param event what happened
   */
  public record Arrival(UUID id, DomainEvent event) {}
}
