package dev.quartermaster.security.identity;

/**
 * How much work a hash is by Argon2id.
 *
 * @param memory how much memory is filled, in KiB
 * @param iterations how often it is filled
 * @param parallelism how many lanes are filled side by side
 */
record Argon2Parameters(int memory, int iterations, int parallelism) {
  /** Argon2 needs eight blocks of 1 KiB in a lane. */
  private static final int LEAST_MEMORY = 8;

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
}
