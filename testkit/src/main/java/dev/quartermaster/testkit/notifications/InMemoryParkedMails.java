package dev.quartermaster.testkit.notifications;

import dev.quartermaster.domain.notifications.MailId;
import dev.quartermaster.domain.notifications.ParkedMail;
import dev.quartermaster.domain.notifications.ParkedMailField;
import dev.quartermaster.domain.notifications.ParkedMails;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.testkit.shared.InMemoryList;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The mails of a queue in memory that were given up. */
public final class InMemoryParkedMails implements ParkedMails {
  private final InMemoryMailQueue queue;
  private final InMemoryList<ParkedMail, ParkedMailField> list =
      new InMemoryList<>(
          InMemoryParkedMails::by, ParkedMailField.PARKED_AT, mail -> mail.id().value());

  /** Those of that queue. */
  public InMemoryParkedMails(InMemoryMailQueue queue) {
    this.queue = queue;
  }

  @Override
  public Optional<ParkedMail> find(MailId id) {
    return queue.parked().stream().filter(mail -> mail.id().equals(id)).findFirst();
  }

  @Override
  public Slice<ParkedMail> list(PageRequest<ParkedMailField> page) {
    return list.slice(queue.parked(), page);
  }

  @Override
  public boolean release(MailId id, Instant at) {
    return queue.release(id, at);
  }

  @Override
  public int forgetBefore(Instant instant, int limit) {
    List<ParkedMail> old =
        queue.parked().stream()
            .filter(mail -> mail.parkedAt().isBefore(instant))
            .sorted(Comparator.comparing(ParkedMail::parkedAt))
            .limit(limit)
            .toList();
    old.forEach(mail -> queue.remove(mail.id()));
    return old.size();
  }

  private static Comparator<ParkedMail> by(ParkedMailField field) {
    return switch (field) {
      case PARKED_AT -> Comparator.comparing(ParkedMail::parkedAt);
    };
  }
}
