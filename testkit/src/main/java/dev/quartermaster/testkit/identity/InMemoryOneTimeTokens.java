package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.OneTimePurpose;
import dev.quartermaster.domain.identity.OneTimeToken;
import dev.quartermaster.domain.identity.OneTimeTokens;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One-time tokens in memory. */
public final class InMemoryOneTimeTokens implements OneTimeTokens {
  private final InMemoryTable<Key, Issued> tokens;

  /** No tokens yet. */
  public InMemoryOneTimeTokens(InMemoryUnitOfWork unitOfWork) {
    this.tokens = new InMemoryTable<>(unitOfWork);
  }

  @Override
  public void issue(OneTimeToken token, OneTimePurpose purpose, Claim claim, Instant at) {
    Key key = new Key(claim.userId(), purpose);
    tokens.put(key, new Issued(key, token.hash(), claim, at.plus(purpose.lifetime())));
  }

  @Override
  public Optional<Claim> find(OneTimeToken token, OneTimePurpose purpose, Instant at) {
    return usable(token, purpose, at).map(Issued::claim);
  }

  @Override
  public Optional<Claim> use(OneTimeToken token, OneTimePurpose purpose, Instant at) {
    Optional<Issued> usable =
        usable(token, purpose, at)
            .flatMap(seen -> tokens.findForUpdate(seen.key()))
            .filter(locked -> locked.hash().equals(token.hash()));
    usable.ifPresent(used -> tokens.remove(used.key()));
    return usable.map(Issued::claim);
  }

  @Override
  public int forgetExpiredBefore(Instant instant, int limit) {
    List<Issued> expired =
        tokens.rows().stream()
            .filter(issued -> issued.expiresAt().isBefore(instant))
            .limit(limit)
            .toList();
    expired.forEach(issued -> tokens.remove(issued.key()));
    return expired.size();
  }

  private Optional<Issued> usable(OneTimeToken token, OneTimePurpose purpose, Instant at) {
    return tokens.rows().stream()
        .filter(issued -> issued.hash().equals(token.hash()))
        .filter(issued -> issued.key().purpose() == purpose)
        .filter(issued -> issued.expiresAt().isAfter(at))
        .findFirst();
  }

  private record Key(UserId userId, OneTimePurpose purpose) {}

  private record Issued(Key key, String hash, Claim claim, Instant expiresAt) {}
}
