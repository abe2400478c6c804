package dev.quartermaster.application.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.quartermaster.domain.identity.Language;
import dev.quartermaster.domain.identity.PasswordHash;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.notifications.MailTemplate;
import dev.quartermaster.domain.notifications.OutgoingMail;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.DomainEvent;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.testkit.events.InMemoryEventLog;
import dev.quartermaster.testkit.identity.InMemoryUsers;
import dev.quartermaster.testkit.identity.People;
import dev.quartermaster.testkit.notifications.InMemoryMailQueue;
import dev.quartermaster.testkit.notifications.InMemoryRecipients;
import dev.quartermaster.testkit.shared.InMemoryOutbox;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import dev.quartermaster.testkit.shared.SettableClock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueueOrderMailsServiceTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryMailQueue queue = new InMemoryMailQueue(unitOfWork);
  private final InMemoryUsers users = new InMemoryUsers(unitOfWork);
  private final InMemoryOutbox outbox = new InMemoryOutbox(unitOfWork);
  private final InMemoryEventLog log = new InMemoryEventLog(unitOfWork, outbox);
  private final SequentialIdentifiers identifiers = new SequentialIdentifiers();
  private final User ada =
      People.ada(identifiers, "ada@example.com", NOW)
          .edited(
              "Ada Lovelace",
              People.ada(identifiers, "ada@example.com", NOW).email(),
              Language.GERMAN,
              NOW);
  private final QueueOrderMails queueMails =
      new QueueOrderMailsService(
          unitOfWork, log, new InMemoryRecipients(users), queue, new SettableClock(NOW));

  @BeforeEach
  void aCustomer() {
    unitOfWork.inTransaction(() -> users.add(ada, new PasswordHash("unusable")));
  }

  @Test
  void writesToTheCustomerWhatBecomesOfAnOrderAndOnce() {
    happened("order.placed", ada.id(), Map.of());
    happened("order.confirmed", ada.id(), Map.of());
    happened("order.shipped", ada.id(), Map.of("carrier", "DHL", "tracking", "4711"));
    happened("order.delivered", ada.id(), Map.of());
    happened("order.refunded", ada.id(), Map.of("reason", "arrived broken"));
    happened("product.created", ada.id(), Map.of());

    assertThat(handled()).isEqualTo(6);
    assertThat(handled()).isZero();
    assertThat(queue.waiting())
        .extracting(OutgoingMail::template, OutgoingMail::parameters)
        .containsExactly(
            tuple(
                MailTemplate.ORDER_CONFIRMED,
                Map.of("number", "100005", "amount", "850", "currency", "GBP")),
            tuple(
                MailTemplate.ORDER_SHIPPED,
                Map.of("number", "100005", "carrier", "DHL", "tracking", "4711")),
            tuple(
                MailTemplate.ORDER_REFUNDED,
                Map.of("number", "100005", "amount", "850", "currency", "GBP")));
    assertThat(queue.waiting())
        .allSatisfy(
            mail -> {
              assertThat(mail.recipient()).isEqualTo(ada.email());
              assertThat(mail.language()).isEqualTo(Language.GERMAN);
            });
  }

  @Test
  void writesToNobodyWhoseAccountIsGone() {
    happened("order.confirmed", new UserId(identifiers.next()), Map.of());
    assertThat(handled()).isEqualTo(1);
    assertThat(queue.waiting()).isEmpty();
  }

  @Test
  void anEventThatItCannotReadLeavesItsPlace() {
    happened("order.shipped", ada.id(), Map.of("carrier", "DHL"));
    assertThatIllegalArgumentException().isThrownBy(this::handled);
    assertThatIllegalArgumentException().isThrownBy(this::handled);
    assertThat(queue.waiting()).isEmpty();
  }

  private int handled() {
    return queueMails.queue(new QueueOrderMails.Command(100));
  }

  private void happened(String type, UserId owner, Map<String, Object> more) {
    Map<String, Object> data = new HashMap<>(more);
    data.put("number", "100005");
    data.put("total", Map.of("amount", 850L, "currency", "GBP"));
    DomainEvent event =
        new DomainEvent(
            type,
            1,
            "order",
            identifiers.next().toString(),
            1,
            Optional.of(owner),
            new Actor.SystemProcess("test"),
            NOW,
            Optional.empty(),
            data);
    unitOfWork.inTransaction(() -> outbox.append(event));
    unitOfWork.inTransaction(() -> log.publish(10));
  }
}
