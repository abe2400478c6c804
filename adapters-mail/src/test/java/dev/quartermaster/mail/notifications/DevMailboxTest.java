package dev.quartermaster.mail.notifications;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.notifications.Mail;
import dev.quartermaster.domain.notifications.MailId;
import dev.quartermaster.domain.notifications.MailTemplate;
import dev.quartermaster.domain.notifications.OutgoingMail;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DevMailboxTest {
  private static final Identifiers IDENTIFIERS = new SequentialIdentifiers();

  @Inject Mail mail;

  @Test
  void showsMailsAsJsonWithLinkAndToken() {
    OutgoingMail reset = sent("ada@example.com", MailTemplate.RESET_PASSWORD, "the-token");
    given()
        .accept("application/json")
        .queryParam("to", "ada@example.com")
        .get("/dev/mailbox")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .header("Cache-Control", "no-store")
        .body("data.size()", equalTo(1))
        .body("data[0].id", equalTo(reset.id().toString()))
        .body("data[0].to", equalTo("ada@example.com"))
        .body("data[0].subject", equalTo("Choose another password"))
        .body("data[0].token", equalTo("the-token"))
        .body("data[0].at", equalTo("2026-03-01T10:15:30Z"))
        .body(
            "data[0].link",
            equalTo("https://shop.example/account/reset-password.html#token=the-token"));
  }

  @Test
  void showsThePageToWhoeverAsksForNothingElseWithTheNewestOnTop() {
    sent("page@example.com", MailTemplate.WELCOME, "one");
    sent("page@example.com", MailTemplate.WELCOME, "two");
    String page =
        given()
            .get("/dev/mailbox?to=page@example.com")
            .then()
            .statusCode(200)
            .contentType("text/html")
            .extract()
            .asString();
    assertThat(page.indexOf("#token=two")).isPositive().isLessThan(page.indexOf("#token=one"));
  }

  @Test
  void whatAPageShowsIsEscaped() {
    sent("a&b'@example.com", MailTemplate.WELCOME, "\"><script>alert(1)</script>");
    given()
        .accept("text/html")
        .get("/dev/mailbox")
        .then()
        .statusCode(200)
        .body(containsString("a&amp;b&#39;@example.com"))
        .body(not(containsString("<script>")));
  }

  @Test
  void holdsTheNewestUpToItsCapacity() {
    for (int number = 0; number <= DevMailbox.CAPACITY; number++) {
      sent("many@example.com", MailTemplate.WELCOME, "number-" + number);
    }
    List<String> tokens =
        given()
            .accept("application/json")
            .queryParam("to", "many@example.com")
            .get("/dev/mailbox")
            .then()
            .extract()
            .path("data.token");
    assertThat(tokens)
        .hasSize(DevMailbox.CAPACITY)
        .startsWith("number-" + DevMailbox.CAPACITY)
        .doesNotContain("number-0");
  }

  private OutgoingMail sent(String to, MailTemplate template, String token) {
    OutgoingMail sent =
        OutgoingMail.of(
            new MailId(IDENTIFIERS.next()),
            new EmailAddress(to),
            template,
            Map.of(MailTemplate.TOKEN, token),
            StandingClock.NOW);
    assertThat(mail.send(sent)).isEqualTo(new Mail.Accepted());
    return sent;
  }
}
