package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.PasswordResetRequests;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Requests for other passwords in memory. */
public final class InMemoryPasswordResetRequests implements PasswordResetRequests {
  private final InMemoryTable<UUID, Request> requests;

  /** No requests yet. */
  public InMemoryPasswordResetRequests(InMemoryUnitOfWork unitOfWork) {
    this.requests = new InMemoryTable<>(unitOfWork);
  }

  @Override
  public void add(UUID id, EmailAddress email, Instant at) {
    requests.put(id, new Request(id, email));
  }

  @Override
  public List<EmailAddress> take(int limit) {
    List<Request> taken =
        requests.rows().stream()
            .filter(request -> requests.tryLock(request.id()))
            .filter(request -> requests.find(request.id()).isPresent())
            .limit(limit)
            .toList();
    taken.forEach(request -> requests.remove(request.id()));
    return taken.stream().map(Request::email).toList();
  }

  private record Request(UUID id, EmailAddress email) {}
}
