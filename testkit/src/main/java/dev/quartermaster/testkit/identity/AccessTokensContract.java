package dev.quartermaster.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.identity.AccessTokens;
import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What {@link AccessTokens} promise, as far as one who holds a token can see. */
public abstract class AccessTokensContract {
  private static final Identifiers IDENTIFIERS = new SequentialIdentifiers();
  private static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");

  private final User ada = People.ada(IDENTIFIERS, "ada@example.com", NOW);
  private final User grace = People.ada(IDENTIFIERS, "grace@example.com", NOW);

  /** The port under test. */
  protected abstract AccessTokens accessTokens();

  @Test
  void aTokenFitsIntoAHeader() {
    assertThat(accessTokens().issue(ada, session(), NOW)).matches("[A-Za-z0-9._~+/=-]{1,4000}");
  }

  @Test
  void tokensOfDifferentSessionsDiffer() {
    assertThat(accessTokens().issue(ada, session(), NOW))
        .isNotEqualTo(accessTokens().issue(ada, session(), NOW));
  }

  @Test
  void tokensOfDifferentUsersDiffer() {
    SessionId session = session();
    assertThat(accessTokens().issue(ada, session, NOW))
        .isNotEqualTo(accessTokens().issue(grace, session, NOW));
  }

  private static SessionId session() {
    return new SessionId(IDENTIFIERS.next());
  }
}
