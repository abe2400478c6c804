package dev.quartermaster.testkit.shared;

import dev.quartermaster.domain.shared.Sealing;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Keeps the secrets itself and gives a number for each. */
public final class InMemorySealing implements Sealing {
  private final Map<String, Sealed> sealed = new ConcurrentHashMap<>();
  private final AtomicInteger key = new AtomicInteger();

  @Override
  public String seal(String purpose, String secret) {
    String number = UUID.randomUUID().toString();
    sealed.put(number, new Sealed(purpose, secret, key.get()));
    return number;
  }

  @Override
  public String open(String purpose, String number) {
    @Nullable Sealed found = sealed.get(number);
    if (found == null || !found.purpose.equals(purpose)) {
      throw new IllegalArgumentException("not sealed for " + purpose);
    }
    return found.secret;
  }

  /** Seals under another key from now on. What was sealed before still opens. */
  public void changeKey() {
    key.incrementAndGet();
  }

  /** Opens only what was sealed since the key was last changed. */
  public void retireKeysBefore() {
    sealed.values().removeIf(secret -> secret.key < key.get());
  }

  private record Sealed(String purpose, String secret, int key) {}
}
