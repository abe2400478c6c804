package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.AccountMails;
import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.identity.InMemoryAccountMails.Sent;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.util.List;

/** {@link AccountMailsContract} in memory. */
class InMemoryAccountMailsTest extends AccountMailsContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryAccountMails mails = new InMemoryAccountMails(unitOfWork);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected AccountMails mails() {
    return mails;
  }

  @Override
  protected List<Sent> leftTo(EmailAddress address, int number) {
    return mails.sentTo(address);
  }
}
