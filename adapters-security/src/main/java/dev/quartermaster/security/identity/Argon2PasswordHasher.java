package dev.quartermaster.security.identity;

import dev.quartermaster.domain.identity.PasswordHash;
import dev.quartermaster.domain.identity.PasswordHasher;
import dev.quartermaster.domain.identity.RawPassword;
import dev.quartermaster.domain.shared.Unavailable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
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
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hashes with Argon2id. As many hashes are computed at once as there are processors for them;
 * further callers wait their turn, for a while.
 */
@Singleton
final class Argon2PasswordHasher implements PasswordHasher {
  private static final int SALT_BYTES = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final SecureRandom random = new SecureRandom();
  // Threads of its own: a hash keeps a processor busy for long, and virtual threads that do so keep
  // the requests of everybody else from running.
  private final ExecutorService processors;
  private final Duration patience;
  private final Argon2Parameters parameters;
  // What the costliest hash that was ever checked took. All checks take as much, so that neither
  // accounts from before the parameters were changed nor those that do not exist stand out.
  private final AtomicLong costliest;

  @Inject
  Argon2PasswordHasher(
      @ConfigProperty(name = "quartermaster.argon2.memory") int memory,
      @ConfigProperty(name = "quartermaster.argon2.iterations") int iterations,
      @ConfigProperty(name = "quartermaster.argon2.parallelism") int parallelism) {
    this(
        new Argon2Parameters(memory, iterations, parallelism),
        Executors.newFixedThreadPool(
            Math.max(1, Runtime.getRuntime().availableProcessors() / parallelism),
            Thread.ofPlatform().name("password-hash-", 0).daemon().factory()),
        PATIENCE);
  }

  Argon2PasswordHasher(Argon2Parameters parameters, ExecutorService processors, Duration patience) {
    this.parameters = parameters;
    this.processors = processors;
    this.patience = patience;
    this.costliest = new AtomicLong(parameters.work());
  }

  @PreDestroy
  void close() {
    processors.shutdown();
  }

  @Override
  public PasswordHash hash(RawPassword password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return inTurn(
        () -> new PasswordHash(parameters.function().hash(bytesOf(password), salt).getResult()));
  }

  /** Random bytes in place of a digest: nobody knows a password that leads to them. */
  @Override
  public PasswordHash unusable() {
    return new PasswordHash(
        parameters.written(randomBase64(SALT_BYTES), randomBase64(Argon2Parameters.HASH_BYTES)));
  }

  private String randomBase64(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public boolean matches(RawPassword password, Optional<PasswordHash> hash) {
    String expected = hash.map(PasswordHash::value).orElseGet(parameters::nobodysHash);
    boolean matches = inTurn(() -> check(bytesOf(password), expected));
    return matches && hash.isPresent();
  }

  @Override
  public boolean needsRehash(PasswordHash hash) {
    return Argon2Parameters.of(hash.value()).fallShortOf(parameters);
  }

  private boolean check(byte[] password, String expected) {
    Argon2Parameters used = Argon2Parameters.of(expected);
    boolean matches = used.function().check(password, expected.getBytes(StandardCharsets.US_ASCII));
    workOff(missingAfter(used.work()), password);
    return matches;
  }

  /** How much work is missing to that of the costliest check, after so much of it. */
  long missingAfter(long done) {
    return costliest.accumulateAndGet(done, Math::max) - done;
  }

  private void workOff(long missing, byte[] password) {
    if (missing > 0) {
      var _ = parameters.worth(missing).function().hash(password, new byte[SALT_BYTES]);
    }
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
