package dev.quartermaster.mail.notifications;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.notifications.Mail;
import dev.quartermaster.domain.notifications.MailId;
import dev.quartermaster.domain.notifications.MailTemplate;
import dev.quartermaster.domain.notifications.OutgoingMail;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

/** The application as it is built for production, without a mail server. */
@QuarkusTest
@TestProfile(ProductionMailTest.Production.class)
class ProductionMailTest {
  @Inject Mail mail;

  @Test
  void hasNoMailbox() {
    given().get("/dev/mailbox").then().statusCode(404);
    given().accept("application/json").get("/dev/mailbox").then().statusCode(404);
  }

  @Test
  void saysThatAMailWasNotSentButNothingOfWhatIsInIt() {
    OutgoingMail reset =
        OutgoingMail.of(
            new MailId(new SequentialIdentifiers().next()),
            new EmailAddress("ada@example.com"),
            MailTemplate.RESET_PASSWORD,
            Map.of(MailTemplate.TOKEN, "a-secret-token"),
            StandingClock.NOW);
    List<String> logged = logOf(() -> assertThat(mail.send(reset)).isEqualTo(new Mail.Accepted()));
    assertThat(logged)
        .filteredOn(line -> line.contains("QUARKUS_MAILER_HOST"))
        .singleElement()
        .asString()
        .contains(reset.id().toString(), "reset-password", "was not sent");
    assertThat(logged)
        .noneMatch(line -> line.contains("a-secret-token") || line.contains("ada@example.com"));
  }

  private static List<String> logOf(Runnable work) {
    Lines lines = new Lines();
    Logger root = Logger.getLogger("");
    root.addHandler(lines);
    try {
      work.run();
    } finally {
      root.removeHandler(lines);
    }
    return lines.seen;
  }

  /** Keeps what is logged. */
  private static final class Lines extends Handler {
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final Formatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord logged) {
      seen.add(formatter.format(logged));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  /** What the package is built with. */
  public static final class Production implements QuarkusTestProfile {
    @Override
    public String getConfigProfile() {
      return "prod";
    }
  }
}
