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
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final SecureRandom random = new SecureRandom();
  // Threads of its own: a hash keeps a processor busy for long, and virtual threads that do so keep
  // the requests of everybody else from running.
  private final ExecutorService processors;
  private final Duration patience;
  private final Argon2 argon2;
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
        NativeArgon2.whereItRuns(),
        new Argon2Parameters(memory, iterations, parallelism),
        Executors.newFixedThreadPool(
            Math.max(1, Runtime.getRuntime().availableProcessors() / parallelism),
            Thread.ofPlatform().name("password-hash-", 0).daemon().factory()),
        PATIENCE);
  }

  Argon2PasswordHasher(
      Argon2 argon2, Argon2Parameters parameters, ExecutorService processors, Duration patience) {
    this.argon2 = argon2;
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
    byte[] salt = randomBytes(Argon2Hash.SALT_BYTES);
    byte[] digest = inTurn(() -> argon2.digest(bytesOf(password), salt, parameters));
    return Argon2Hash.of(parameters, salt, digest).stored();
  }

  /** Random bytes in place of a digest: nobody knows a password that leads to them. */
  @Override
  public PasswordHash unusable() {
    return random().stored();
  }

  private Argon2Hash random() {
    return Argon2Hash.of(
        parameters, randomBytes(Argon2Hash.SALT_BYTES), randomBytes(Argon2Hash.DIGEST_BYTES));
  }

  private byte[] randomBytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  @Override
  public boolean matches(RawPassword password, Optional<PasswordHash> hash) {
    Argon2Hash expected = hash.map(Argon2Hash::of).orElseGet(this::random);
    boolean matches = inTurn(() -> check(bytesOf(password), expected));
    return matches && hash.isPresent();
  }

  @Override
  public boolean needsRehash(PasswordHash hash) {
    return Argon2Hash.of(hash).parameters().fallShortOf(parameters);
  }

  private boolean check(byte[] password, Argon2Hash expected) {
    Argon2Parameters used = expected.parameters();
    boolean matches = expected.isOf(argon2.digest(password, expected.saltBytes(), used));
    workOff(missingAfter(used.work()), password);
    return matches;
  }

  /** How much work is missing to that of the costliest check, after so much of it. */
  long missingAfter(long done) {
    return costliest.accumulateAndGet(done, Math::max) - done;
  }

  private void workOff(long missing, byte[] password) {
    if (missing > 0) {
      var _ = argon2.digest(password, new byte[Argon2Hash.SALT_BYTES], parameters.worth(missing));
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
