package dev.quartermaster.security.identity;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;

/**
 * How much work a hash is by Argon2id.
 *
 * @param memory how much memory is filled, in KiB
 * @param iterations how often it is filled
 * @param parallelism how many lanes are filled side by side
 */
record Argon2Parameters(int memory, int iterations, int parallelism) {
  static final int HASH_BYTES = 32;

  /** Argon2 needs eight blocks of 1 KiB in a lane. */
  private static final int LEAST_MEMORY = 8;

  /** Those of a hash in the PHC string format. */
  static Argon2Parameters of(String hash) {
    Argon2Function function = Argon2Function.getInstanceFromHash(hash);
    return new Argon2Parameters(
        function.getMemory(), function.getIterations(), function.getParallelism());
  }

  /** Computes by these. */
  Argon2Function function() {
    return Argon2Function.getInstance(memory, iterations, parallelism, HASH_BYTES, Argon2.ID);
  }

  /** Whether any of them is lower than the other's. */
  boolean fallShortOf(Argon2Parameters other) {
    return memory < other.memory
        || iterations < other.iterations
        || parallelism < other.parallelism;
  }

  /** How long a hash takes, in KiB filled one after the other. */
  long work() {
    return (long) memory * iterations / parallelism;
  }

  /**
   * Those of a hash that takes so long, in one lane and in no more memory than one by these.
   *
   * @param missing the work, in KiB filled one after the other
   */
  Argon2Parameters worth(long missing) {
    int rounds = Math.toIntExact(Math.ceilDiv(missing, (long) memory));
    return new Argon2Parameters(
        Math.max(LEAST_MEMORY, Math.toIntExact(missing / rounds)), rounds, 1);
  }

  /** A hash by these of which nobody knows a password; its salt and digest are all zeros. */
  String nobodysHash() {
    return written("A".repeat(22), "A".repeat(43));
  }

  /** A hash by these in the PHC string format, of salt and digest in base64. */
  String written(String salt, String digest) {
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(memory, iterations, parallelism, salt, digest);
  }
}
