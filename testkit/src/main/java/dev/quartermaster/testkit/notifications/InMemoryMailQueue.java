package dev.quartermaster.testkit.notifications;

import dev.quartermaster.domain.notifications.MailId;
import dev.quartermaster.domain.notifications.MailQueue;
import dev.quartermaster.domain.notifications.OutgoingMail;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** A mail queue in memory. */
public final class InMemoryMailQueue implements MailQueue {
  private final InMemoryTable<MailId, OutgoingMail> mails;

  /** No mails yet. */
  public InMemoryMailQueue(InMemoryUnitOfWork unitOfWork) {
    this.mails = new InMemoryTable<>(unitOfWork);
  }

  @Override
  public void add(OutgoingMail mail) {
    mails.put(mail.id(), mail);
  }

  @Override
  public List<OutgoingMail> take(Instant now, Instant leaseEnd, int limit) {
    return mails.rows().stream()
        .filter(mail -> !mail.nextAttemptAt().isAfter(now))
        .filter(mail -> mails.tryLock(mail.id()))
        .flatMap(mail -> mails.find(mail.id()).stream())
        .filter(mail -> !mail.nextAttemptAt().isAfter(now))
        .sorted(Comparator.comparing(OutgoingMail::nextAttemptAt))
        .limit(limit)
        .map(mail -> taken(mail, leaseEnd))
        .toList();
  }

  @Override
  public void postpone(OutgoingMail mail) {
    mails
        .findForUpdate(mail.id())
        .filter(stored -> stored.attempts() == mail.attempts())
        .ifPresent(_ -> mails.put(mail.id(), mail));
  }

  @Override
  public void remove(MailId id) {
    mails.remove(id);
  }

  /** The mails that are not out, in the order in which they were added. */
  public List<OutgoingMail> waiting() {
    return mails.rows();
  }

  private OutgoingMail taken(OutgoingMail mail, Instant leaseEnd) {
    OutgoingMail taken =
        new OutgoingMail(
            mail.id(),
            mail.recipient(),
            mail.template(),
            mail.parameters(),
            mail.createdAt(),
            mail.attempts() + 1,
            leaseEnd);
    mails.put(mail.id(), taken);
    return taken;
  }
}
