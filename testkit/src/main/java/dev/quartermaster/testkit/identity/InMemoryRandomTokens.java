package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.OneTimeToken;
import dev.quartermaster.domain.identity.RandomTokens;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** Tokens of random UUIDs. */
public final class InMemoryRandomTokens implements RandomTokens {
  @Override
  public OneTimeToken next() {
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    byte[] bytes =
        ByteBuffer.allocate(4 * Long.BYTES)
            .putLong(first.getMostSignificantBits())
            .putLong(first.getLeastSignificantBits())
            .putLong(second.getMostSignificantBits())
            .putLong(second.getLeastSignificantBits())
            .array();
    return new OneTimeToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }
}
