package dev.quartermaster.testkit.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.identity.Language;
import dev.quartermaster.domain.identity.PasswordHash;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.notifications.Recipient;
import dev.quartermaster.domain.notifications.Recipients;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.testkit.identity.People;
import dev.quartermaster.testkit.shared.PortContract;
import org.junit.jupiter.api.Test;

/** What {@link Recipients} promise. */
public abstract class RecipientsContract extends PortContract {

  /** The port under test. */
  protected abstract Recipients recipients();

  /** Who has an account. */
  protected abstract Users users();

  @Test
  void writesToTheAddressOfTheAccountInItsLanguage() {
    User ada = People.ada(IDENTIFIERS, unique() + "@example.com", NOW);
    User german = ada.edited(ada.name(), ada.email(), Language.GERMAN, NOW);
    inTransaction(() -> users().add(ada, new PasswordHash("unusable")));
    assertThat(inTransaction(() -> recipients().find(ada.id())))
        .contains(new Recipient(ada.email(), Language.ENGLISH));
    inTransaction(() -> users().update(german));
    assertThat(inTransaction(() -> recipients().find(ada.id())))
        .contains(new Recipient(ada.email(), Language.GERMAN));
  }

  @Test
  void writesToNobodyWithoutAnAccount() {
    UserId unknown = new UserId(IDENTIFIERS.next());
    assertThat(inTransaction(() -> recipients().find(unknown))).isEmpty();
  }
}
