package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.TrustedIssuers;
import dev.quartermaster.domain.shared.Unauthenticated;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Remembers what each token says, and gives a number for each. */
public final class InMemoryTrustedIssuers implements TrustedIssuers {
  private final Set<String> issuers;
  private final Map<String, ForeignToken> tokens = new ConcurrentHashMap<>();

  /** Those issuers are trusted. */
  public InMemoryTrustedIssuers(String... issuers) {
    this.issuers = Set.of(issuers);
  }

  /** A token that says this. */
  public String issue(ForeignToken content) {
    String token = UUID.randomUUID().toString();
    tokens.put(token, content);
    return token;
  }

  @Override
  public Set<String> issuers() {
    return issuers;
  }

  @Override
  public ForeignToken verify(String token) {
    @Nullable ForeignToken content = tokens.get(token);
    if (content == null) {
      throw new Unauthenticated();
    }
    return content;
  }
}
