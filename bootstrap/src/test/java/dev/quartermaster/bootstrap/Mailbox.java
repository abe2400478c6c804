package dev.quartermaster.bootstrap;

import static io.restassured.RestAssured.given;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The mails that the running application has sent, which in tests can be read over HTTP. */
public final class Mailbox {
  /** Far longer than a mail takes. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private Mailbox() {}

  /** The mails to an address, the newest first, as soon as there are that many. */
  public static List<Map<String, String>> awaitMailsTo(String address, int number) {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    List<Map<String, String>> mails = mailsTo(address);
    while (mails.size() < number) {
      if (System.nanoTime() - giveUp > 0) {
        throw new AssertionError(
            "of %d mails to %s there came %d".formatted(number, address, mails.size()));
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      mails = mailsTo(address);
    }
    return mails;
  }

  /** The mails to an address so far, the newest first. */
  public static List<Map<String, String>> mailsTo(String address) {
    return given()
        .accept("application/json")
        .queryParam("to", address)
        .get("/dev/mailbox")
        .then()
        .statusCode(200)
        .extract()
        .path("data");
  }
}
