package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.ExternalIdentities;
import dev.quartermaster.domain.identity.ExternalIdentity;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.Optional;

/** External identities in memory. */
public final class InMemoryExternalIdentities implements ExternalIdentities {
  private final InMemoryTable<ExternalIdentity, Link> links;
  private final Users users;

  /** No identities of those users yet. */
  public InMemoryExternalIdentities(InMemoryUnitOfWork unitOfWork, Users users) {
    this.links = new InMemoryTable<>(unitOfWork);
    this.users = users;
  }

  @Override
  public Optional<User> findUser(ExternalIdentity identity) {
    return links.find(identity).flatMap(link -> users.find(link.user()));
  }

  @Override
  public Optional<User> findUserForUpdate(ExternalIdentity identity) {
    return links.findForUpdate(identity).flatMap(link -> users.find(link.user()));
  }

  @Override
  public void link(ExternalIdentity identity, UserId user, Instant at) {
    links.put(identity, new Link(identity, user));
  }

  @Override
  public void unlinkAll(UserId user) {
    links.rows().stream()
        .filter(link -> link.user().equals(user))
        .forEach(link -> links.remove(link.identity()));
  }

  private record Link(ExternalIdentity identity, UserId user) {}
}
