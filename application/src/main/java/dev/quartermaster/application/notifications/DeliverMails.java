package dev.quartermaster.application.notifications;

import dev.quartermaster.domain.notifications.MailId;
import dev.quartermaster.domain.notifications.MailTemplate;
import java.time.Duration;
import java.util.List;

/** Sends queued mails. */
public interface DeliverMails {
  /** How long a batch is left to whoever took it; longer than sending it takes. */
  Duration LEASE = Duration.ofMinutes(10);

  /** The largest batch that can be sent within the lease, even if each mail is slow. */
  int MAX_BATCH = 20;

  /**
   * Sends a batch of the mails that are due. What fails is tried again later, in growing intervals,
   * until it is given up and parked. While a mail is being sent no transaction is open; a mail
   * whose sender dies in between is sent again under the same id.
   */
  Result deliver(Command command);

  /**
   * @param limit how many at the most, 1 to {@value #MAX_BATCH}
   */
  record Command(int limit) {
    public Command {
      if (limit < 1 || limit > MAX_BATCH) {
        throw new IllegalArgumentException("a batch has 1 to " + MAX_BATCH + " mails");
      }
    }
  }

  /**
   * @param taken how many mails were due
   * @param failures those of them that are not out
   */
  record Result(int taken, List<Failure> failures) {
    public Result {
      failures = List.copyOf(failures);
    }
  }

  /**
   * A mail that is not out.
   *
   * @param id which mail
   * @param template of which kind
   * @param attempts how often it was tried
   * @param reason why it failed
   * @param givenUp whether it is not tried again
   */
  record Failure(MailId id, MailTemplate template, int attempts, String reason, boolean givenUp) {}
}
