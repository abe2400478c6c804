package dev.quartermaster.testkit.shared;

import dev.quartermaster.domain.shared.Fingerprints;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Numbers the texts that it sees; the same text gets the same number. */
public final class InMemoryFingerprints implements Fingerprints {
  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();

  @Override
  public boolean matches(String text, String digest) {
    return of(text).equals(digest);
  }

  @Override
  public String of(String text) {
    return "fingerprint " + numbers.computeIfAbsent(text, _ -> next.incrementAndGet());
  }
}
