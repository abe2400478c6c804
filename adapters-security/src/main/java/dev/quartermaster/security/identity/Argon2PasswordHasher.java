package dev.quartermaster.security.identity;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import dev.quartermaster.domain.identity.PasswordHash;
import dev.quartermaster.domain.identity.PasswordHasher;
import dev.quartermaster.domain.identity.RawPassword;
import dev.quartermaster.domain.shared.Unavailable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Hashes with Argon2id at the first parameters that OWASP recommends. As many hashes are computed
 * at once as there are processors; further callers wait their turn, for a while.
 */
@Singleton
final class Argon2PasswordHasher implements PasswordHasher {
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int ITERATIONS = 2;
  private static final int PARALLELISM = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, PARALLELISM, HASH_BYTES, Argon2.ID);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final String PARAMETERS =
      "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + ITERATIONS + ",p=" + PARALLELISM + "$";

  // Costs as much as any other hash; its salt and digest are all zeros.
  private static final PasswordHash NOBODYS =
      new PasswordHash(PARAMETERS + "A".repeat(22) + "$" + "A".repeat(43));

  private final SecureRandom random = new SecureRandom();
  // Threads of its own: a hash keeps a processor busy for long, and virtual threads that do so keep
  // the requests of everybody else from running.
  private final ExecutorService processors;
  private final Duration patience;

  Argon2PasswordHasher() {
    this(
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("password-hash-", 0).daemon().factory()),
        PATIENCE);
  }

  Argon2PasswordHasher(ExecutorService processors, Duration patience) {
    this.processors = processors;
    this.patience = patience;
  }

  @PreDestroy
  void close() {
    processors.shutdown();
  }

  @Override
  public PasswordHash hash(RawPassword password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return inTurn(() -> new PasswordHash(ARGON2.hash(bytesOf(password), salt).getResult()));
  }

  /** Random bytes in place of a digest: nobody knows a password that leads to them. */
  @Override
  public PasswordHash unusable() {
    return new PasswordHash(PARAMETERS + randomBase64(SALT_BYTES) + "$" + randomBase64(HASH_BYTES));
  }

  private String randomBase64(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public boolean matches(RawPassword password, Optional<PasswordHash> hash) {
    String expected = hash.orElse(NOBODYS).value();
    boolean matches =
        inTurn(
            () ->
                Argon2Function.getInstanceFromHash(expected)
                    .check(bytesOf(password), expected.getBytes(StandardCharsets.US_ASCII)));
    return matches && hash.isPresent();
  }

  // Keyboards write the same letter in several ways.
  private static byte[] bytesOf(RawPassword password) {
    return Normalizer.normalize(password.value(), Normalizer.Form.NFKC)
        .getBytes(StandardCharsets.UTF_8);
  }

  private <T> T inTurn(Callable<T> work) {
    Future<T> result = processors.submit(work);
    try {
      return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      result.cancel(false);
      throw unavailable();
    } catch (InterruptedException e) {
      result.cancel(false);
      Thread.currentThread().interrupt();
      throw unavailable();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the password could not be hashed", e.getCause());
    }
  }

  private static Unavailable unavailable() {
    return new Unavailable("The password check", null);
  }
}
