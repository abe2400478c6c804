package dev.quartermaster.security.identity;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The authors' own implementation in C, which a library brings for the usual platforms. */
final class NativeArgon2 implements Argon2 {
  private static final Logger LOG = Logger.getLogger(NativeArgon2.class);

  private final Argon2Advanced library;

  private NativeArgon2(Argon2Advanced library) {
    this.library = library;
  }

  /** This one; or the one in Java, where there is no library for the platform. */
  static Argon2 whereItRuns() {
    return whereItRuns(
        () ->
            Argon2Factory.createAdvanced(
                Argon2Types.ARGON2id, Argon2Hash.SALT_BYTES, Argon2Hash.DIGEST_BYTES));
  }

  static Argon2 whereItRuns(Supplier<Argon2Advanced> library) {
    try {
      return new NativeArgon2(library.get());
    } catch (LinkageError unavailable) {
      LOG.warnf(
          "Passwords are hashed in Java, which takes longer: no native Argon2 runs here (%s)",
          unavailable.getMessage());
      return new JavaArgon2();
    }
  }

  @Override
  public byte[] digest(byte[] password, byte[] salt, Argon2Parameters parameters) {
    return library.rawHash(
        parameters.iterations(), parameters.memory(), parameters.parallelism(), password, salt);
  }
}
