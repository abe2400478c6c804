package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.bootstrap.EmbeddedServersResource;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.notifications.Recipients;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.notifications.RecipientsContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** {@link RecipientsContract} on identity. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class IdentityRecipientsTest extends RecipientsContract {
  @Inject UnitOfWork unitOfWork;
  @Inject Recipients recipients;
  @Inject Users users;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Recipients recipients() {
    return recipients;
  }

  @Override
  protected Users users() {
    return users;
  }
}
