package dev.quartermaster.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.PasswordResetRequests;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.PortContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link PasswordResetRequests} promise. Nobody else takes any while the contract runs. */
public abstract class PasswordResetRequestsContract extends PortContract {

  /** The port under test. */
  protected abstract PasswordResetRequests requests();

  @Test
  void aRequestIsTakenOnce() {
    EmailAddress email = requested();
    assertThat(takeAll()).contains(email);
    assertThat(takeAll()).isEmpty();
  }

  @Test
  void takesNoMoreThanAskedFor() {
    takeAll();
    requested();
    requested();
    requested();
    assertThat(inTransaction(() -> requests().take(2))).hasSize(2);
    assertThat(inTransaction(() -> requests().take(2))).hasSize(1);
  }

  @Test
  void takesTheOldestFirst() {
    takeAll();
    EmailAddress first = requested();
    EmailAddress second = requested();
    assertThat(inTransaction(() -> requests().take(1))).containsExactly(first);
    assertThat(inTransaction(() -> requests().take(1))).containsExactly(second);
  }

  @Test
  void whatATransactionTookAndGaveBackIsThere() {
    EmailAddress email = requested();
    rollBack(() -> assertThat(requests().take(100)).contains(email));
    assertThat(takeAll()).contains(email);
  }

  @Test
  void eachGoesToOneOfManyTakersAndNoneWaits() {
    takeAll();
    List<EmailAddress> asked = new ArrayList<>();
    for (int request = 0; request < 40; request++) {
      asked.add(requested());
    }
    List<EmailAddress> taken =
        Concurrently.inThreads(THREADS, this::takeAll).stream().flatMap(List::stream).toList();
    assertThat(taken).containsExactlyInAnyOrderElementsOf(asked);
  }

  private List<EmailAddress> takeAll() {
    List<EmailAddress> all = new ArrayList<>();
    List<EmailAddress> batch = inTransaction(() -> requests().take(3));
    while (!batch.isEmpty()) {
      all.addAll(batch);
      batch = inTransaction(() -> requests().take(3));
    }
    return all;
  }

  private EmailAddress requested() {
    EmailAddress email = new EmailAddress(unique() + "@example.com");
    inTransaction(() -> requests().add(IDENTIFIERS.next(), email, NOW));
    return email;
  }
}
