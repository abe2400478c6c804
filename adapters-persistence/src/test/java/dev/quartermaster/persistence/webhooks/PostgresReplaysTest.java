package dev.quartermaster.persistence.webhooks;

import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.webhooks.Replays;
import dev.quartermaster.domain.webhooks.Webhooks;
import dev.quartermaster.testkit.webhooks.ReplaysContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** {@link ReplaysContract} on PostgreSQL. */
@QuarkusTest
class PostgresReplaysTest extends ReplaysContract {
  @Inject UnitOfWork unitOfWork;
  @Inject Webhooks webhooks;
  @Inject Replays replays;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Replays replays() {
    return replays;
  }

  @Override
  protected Webhooks webhooks() {
    return webhooks;
  }
}
