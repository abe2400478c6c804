package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.PasswordHash;
import dev.quartermaster.domain.identity.PasswordHasher;
import dev.quartermaster.domain.identity.RawPassword;
import dev.quartermaster.domain.shared.Unavailable;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Hashes at no cost, and with no security. What it asks of a hash can be raised. */
public final class InMemoryPasswordHasher implements PasswordHasher {
  private final AtomicLong salts = new AtomicLong();
  private final AtomicLong checks = new AtomicLong();
  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicInteger cost = new AtomicInteger(1);

  @Override
  public PasswordHash hash(RawPassword password) {
    return new PasswordHash(
        "$test$" + cost.get() + "$" + salts.incrementAndGet() + "$" + hex(password));
  }

  @Override
  public PasswordHash unusable() {
    return new PasswordHash("$test$" + salts.incrementAndGet() + "$none");
  }

  @Override
  public boolean matches(RawPassword password, Optional<PasswordHash> hash) {
    if (busy.get()) {
      throw new Unavailable("The password check", null);
    }
    checks.incrementAndGet();
    return hash.filter(stored -> stored.value().endsWith("$" + hex(password))).isPresent();
  }

  /** How many passwords were looked at. */
  public long checks() {
    return checks.get();
  }

  /** Whether so many wait that no password is looked at in time. */
  public void setBusy(boolean nowBusy) {
    busy.set(nowBusy);
  }

  @Override
  public boolean needsRehash(PasswordHash hash) {
    return !hash.value().startsWith("$test$" + cost.get() + "$");
  }

  /** Asks more of hashes from now on. */
  public void raise() {
    cost.incrementAndGet();
  }

  private static String hex(RawPassword password) {
    return HexFormat.of().formatHex(password.value().getBytes(StandardCharsets.UTF_8));
  }
}
