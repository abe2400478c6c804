package dev.quartermaster.testkit.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.domain.webhooks.WebhookId;
import dev.quartermaster.domain.webhooks.WebhookMails;
import dev.quartermaster.testkit.shared.PortContract;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link WebhookMails} promise. */
public abstract class WebhookMailsContract extends PortContract {

  /** The port under test. */
  protected abstract WebhookMails mails();

  /** A user with an account. */
  protected abstract UserId owner();

  /** A user whose account is gone. */
  protected abstract UserId formerOwner();

  /** The webhooks that the user was told of, as soon as there are that many. */
  protected abstract List<WebhookId> toldTo(UserId owner, int number);

  @Test
  void anOwnerIsToldWithTheCommitAndNeverWithoutOne() {
    UserId owner = owner();
    WebhookId webhook = new WebhookId(IDENTIFIERS.next());

    rollBack(() -> mails().givenUp(new WebhookId(IDENTIFIERS.next()), owner, NOW));
    inTransaction(() -> mails().givenUp(webhook, owner, NOW));

    assertThat(toldTo(owner, 1)).containsExactly(webhook);
  }

  @Test
  void nobodyIsToldWhoIsGone() {
    UserId gone = formerOwner();

    inTransaction(() -> mails().givenUp(new WebhookId(IDENTIFIERS.next()), gone, NOW));

    assertThat(toldTo(gone, 0)).isEmpty();
  }
}
