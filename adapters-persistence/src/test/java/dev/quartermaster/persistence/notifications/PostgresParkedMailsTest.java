package dev.quartermaster.persistence.notifications;

import dev.quartermaster.domain.notifications.MailQueue;
import dev.quartermaster.domain.notifications.ParkedMails;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.notifications.ParkedMailsContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** {@link ParkedMailsContract} on PostgreSQL. */
@QuarkusTest
class PostgresParkedMailsTest extends ParkedMailsContract {
  @Inject UnitOfWork unitOfWork;
  @Inject ParkedMails parked;
  @Inject MailQueue queue;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected ParkedMails parked() {
    return parked;
  }

  @Override
  protected MailQueue queue() {
    return queue;
  }
}
