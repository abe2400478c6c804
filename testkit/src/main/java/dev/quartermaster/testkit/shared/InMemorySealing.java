package dev.quartermaster.testkit.shared;

import dev.quartermaster.domain.shared.Sealing;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps the secrets itself and gives a number for each. */
public final class InMemorySealing implements Sealing {
  private final Map<String, Sealed> sealed = new ConcurrentHashMap<>();

  @Override
  public String seal(String purpose, String secret) {
    String number = UUID.randomUUID().toString();
    sealed.put(number, new Sealed(purpose, secret));
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

  private record Sealed(String purpose, String secret) {}
}
