package dev.quartermaster.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.identity.BrowserTokens;
import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link BrowserTokens} promise. */
public abstract class BrowserTokensContract {
  private static final Identifiers IDENTIFIERS = new SequentialIdentifiers();

  private final SessionId session = new SessionId(IDENTIFIERS.next());
  private final SessionId other = new SessionId(IDENTIFIERS.next());

  /** The port under test. */
  protected abstract BrowserTokens browserTokens();

  @Test
  void readsTheSessionOfACookieItWrote() {
    assertThat(browserTokens().read(browserTokens().cookieOf(session))).contains(session);
    assertThat(browserTokens().read(browserTokens().cookieOf(other))).contains(other);
  }

  @Test
  void theSameSessionGivesTheSameTexts() {
    assertThat(browserTokens().cookieOf(session)).isEqualTo(browserTokens().cookieOf(session));
    assertThat(browserTokens().csrfTokenOf(session))
        .isEqualTo(browserTokens().csrfTokenOf(session));
  }

  @Test
  void aTokenAgainstForgedRequestsIsGoodForItsSessionAlone() {
    String token = browserTokens().csrfTokenOf(session);
    assertThat(browserTokens().isCsrfTokenOf(session, token)).isTrue();
    assertThat(browserTokens().isCsrfTokenOf(other, token)).isFalse();
  }

  @Test
  void theCookieAndTheTokenDoNotStandInForEachOther() {
    String cookie = browserTokens().cookieOf(session);
    String token = browserTokens().csrfTokenOf(session);
    assertThat(browserTokens().isCsrfTokenOf(session, cookie)).isFalse();
    assertThat(browserTokens().read(token)).isEmpty();
  }

  @Test
  void bothCanStandInAHeaderAsTheyAre() {
    assertThat(browserTokens().cookieOf(session)).matches("[A-Za-z0-9._~-]{1,500}");
    assertThat(browserTokens().csrfTokenOf(session)).matches("[A-Za-z0-9._~-]{1,500}");
  }

  @Test
  void nothingOfThemCanBeChanged() {
    String cookie = browserTokens().cookieOf(session);
    for (String changed : changesOf(cookie)) {
      assertThat(browserTokens().read(changed)).as(changed).isEmpty();
    }
    String token = browserTokens().csrfTokenOf(session);
    for (String changed : changesOf(token)) {
      assertThat(browserTokens().isCsrfTokenOf(session, changed)).as(changed).isFalse();
    }
  }

  @Test
  void otherTextsAreNeither() {
    for (String foreign :
        List.of("", " ", ".", "A", "%%%", "é🦊", session.toString(), "A".repeat(100_000))) {
      assertThat(browserTokens().read(foreign)).isEmpty();
      assertThat(browserTokens().isCsrfTokenOf(session, foreign)).isFalse();
    }
  }

  private static List<String> changesOf(String text) {
    List<String> changes = new ArrayList<>();
    for (int index = 0; index < text.length(); index++) {
      char other = text.charAt(index) == 'A' ? 'B' : 'A';
      changes.add(text.substring(0, index) + other + text.substring(index + 1));
    }
    changes.addAll(
        List.of(
            text + "A",
            text + "=",
            " " + text,
            text.substring(1),
            text.substring(0, text.length() - 1),
            text + text));
    return changes;
  }
}
