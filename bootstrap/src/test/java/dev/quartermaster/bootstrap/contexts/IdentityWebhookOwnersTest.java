package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.bootstrap.EmbeddedServersResource;
import dev.quartermaster.domain.identity.PasswordHash;
import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.domain.webhooks.WebhookOwners;
import dev.quartermaster.testkit.identity.People;
import dev.quartermaster.testkit.webhooks.WebhookOwnersContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Set;

/** {@link WebhookOwnersContract} on the accounts. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class IdentityWebhookOwnersTest extends WebhookOwnersContract {
  @Inject UnitOfWork unitOfWork;
  @Inject Users users;
  @Inject Identifiers identifiers;
  @Inject InstantSource clock;
  @Inject WebhookOwners owners;

  @Override
  protected WebhookOwners owners() {
    return owners;
  }

  @Override
  protected UserId permitted() {
    return added().id();
  }

  @Override
  protected UserId forbidden() {
    User user = added();
    unitOfWork.inTransaction(
        () -> users.update(user.withRoles(Set.of(Role.STAFF), clock.instant())));
    return user.id();
  }

  private User added() {
    User user =
        People.withRoles(
            identifiers, identifiers.next() + "@example.com", Set.of(Role.ADMIN), clock.instant());
    unitOfWork.inTransaction(() -> users.add(user, new PasswordHash("$argon2id$v=19$none")));
    return user;
  }
}
