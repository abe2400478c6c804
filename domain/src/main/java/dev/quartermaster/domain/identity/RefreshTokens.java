package dev.quartermaster.domain.identity;

import java.util.Optional;

/**
 * Writes and reads the opaque tokens by which a session is refreshed. A token is a function of its
 * claim and a secret of the server, so nothing that could be stolen needs to be stored.
 */
public interface RefreshTokens {

  /** The token of a session's generation; the same claim gives the same token. */
  String tokenOf(Claim claim);

  /** The claim of a token that this server wrote; empty for anything else. */
  Optional<Claim> read(String token);

  /**
   * What a refresh token says.
   *
   * @param session which session it refreshes
   * @param generation at which generation of the session
   */
  record Claim(SessionId session, int generation) {}
}
