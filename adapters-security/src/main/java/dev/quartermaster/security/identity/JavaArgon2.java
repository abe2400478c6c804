package dev.quartermaster.security.identity;

import static org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_VERSION_13;
import static org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_id;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;

/** Runs wherever Java does, for nearly twice the processor time of the native one. */
final class JavaArgon2 implements Argon2 {
  @Override
  public byte[] digest(byte[] password, byte[] salt, Argon2Parameters parameters) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new org.bouncycastle.crypto.params.Argon2Parameters.Builder(ARGON2_id)
            .withVersion(ARGON2_VERSION_13)
            .withMemoryAsKB(parameters.memory())
            .withIterations(parameters.iterations())
            .withParallelism(parameters.parallelism())
            .withSalt(salt)
            .build());
    byte[] digest = new byte[Argon2Hash.DIGEST_BYTES];
    generator.generateBytes(password, digest);
    return digest;
  }
}
