package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.RefreshTokens;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Knows its tokens by having written them. */
public final class InMemoryRefreshTokens implements RefreshTokens {
  private final Map<String, Claim> written = new ConcurrentHashMap<>();

  @Override
  public String tokenOf(Claim claim) {
    String token = "refresh." + claim.session() + "." + claim.generation();
    written.put(token, claim);
    return token;
  }

  @Override
  public Optional<Claim> read(String token) {
    return Optional.ofNullable(written.get(token));
  }
}
