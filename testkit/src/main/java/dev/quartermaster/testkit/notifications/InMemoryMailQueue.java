package dev.quartermaster.testkit.notifications;

import dev.quartermaster.domain.notifications.MailId;
import dev.quartermaster.domain.notifications.MailLoad;
import dev.quartermaster.domain.notifications.MailQueue;
import dev.quartermaster.domain.notifications.OutgoingMail;
import dev.quartermaster.domain.notifications.ParkedMail;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A mail queue in memory. */
public final class InMemoryMailQueue implements MailQueue {
  private final InMemoryTable<MailId, OutgoingMail> mails;

  /** What was given up; the mails themselves stay above, so that they can be queued again. */
  private final InMemoryTable<MailId, ParkedMail> parked;

  /** No mails yet. */
  public InMemoryMailQueue(InMemoryUnitOfWork unitOfWork) {
    this.mails = new InMemoryTable<>(unitOfWork);
    this.parked = new InMemoryTable<>(unitOfWork);
  }

  @Override
  public void add(OutgoingMail mail) {
    mails.put(mail.id(), mail);
  }

  @Override
  public List<OutgoingMail> take(Instant now, Instant leaseEnd, int limit) {
    return mails.rows().stream()
        .filter(mail -> parked.find(mail.id()).isEmpty())
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
  public void park(OutgoingMail mail, String failure, Instant at) {
    mails
        .findForUpdate(mail.id())
        .filter(stored -> stored.attempts() == mail.attempts())
        .ifPresent(
            _ ->
                parked.put(
                    mail.id(),
                    new ParkedMail(
                        mail.id(),
                        mail.recipient(),
                        mail.template(),
                        mail.attempts(),
                        failure,
                        mail.createdAt(),
                        at)));
  }

  @Override
  public void remove(MailId id) {
    mails.remove(id);
    parked.remove(id);
  }

  @Override
  public MailLoad load() {
    return new MailLoad(waiting().size(), parked.rows().size());
  }

  /** The mails that are not out, in the order in which they were added. */
  public List<OutgoingMail> waiting() {
    return mails.rows().stream().filter(mail -> parked.find(mail.id()).isEmpty()).toList();
  }

  /** The mails that were given up, in the order in which that happened. */
  List<ParkedMail> parked() {
    return parked.rows();
  }

  /** Queues a mail again that was given up; tells whether it was. */
  boolean release(MailId id, Instant at) {
    Optional<OutgoingMail> mail = parked.findForUpdate(id).flatMap(_ -> mails.find(id));
    parked.remove(id);
    mail.map(found -> withNextAttempt(found, found.attempts(), at))
        .ifPresent(again -> mails.put(id, again));
    return mail.isPresent();
  }

  private OutgoingMail taken(OutgoingMail mail, Instant leaseEnd) {
    OutgoingMail taken = withNextAttempt(mail, mail.attempts() + 1, leaseEnd);
    mails.put(mail.id(), taken);
    return taken;
  }

  private static OutgoingMail withNextAttempt(OutgoingMail mail, int attempts, Instant at) {
    return new OutgoingMail(
        mail.id(),
        mail.recipient(),
        mail.language(),
        mail.template(),
        mail.parameters(),
        mail.createdAt(),
        attempts,
        at);
  }
}
