package dev.quartermaster.domain.shared;

/**
 * A caller's name for one request, by which its repetitions are known.
 *
 * @param caller who chose the key; keys of different callers never meet
 * @param value the key, 1 to {@value #MAX_LENGTH} characters
 */
public record IdempotencyKey(String caller, String value) {
  public static final int MAX_LENGTH = 255;

  public IdempotencyKey {
    if (value.isBlank() || value.length() > MAX_LENGTH) {
      throw InvalidInput.of("Idempotency-Key", "must have 1 to " + MAX_LENGTH + " characters");
    }
  }
}
