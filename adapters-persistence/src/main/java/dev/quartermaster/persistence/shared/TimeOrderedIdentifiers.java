package dev.quartermaster.persistence.shared;

import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.quartermaster.domain.shared.Identifiers;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * UUIDs of version 7 that ascend even when the system's clock steps back, so that new rows always
 * join their indexes at the end.
 */
@Singleton
final class TimeOrderedIdentifiers implements Identifiers {
  private final TimeBasedEpochGenerator generator =
      new TimeBasedEpochGenerator(new SecureRandom(), new NeverBackwardsClock());

  /** Synchronized because the generator reads the clock before it takes its own lock. */
  @Override
  public synchronized UUID next() {
    return generator.generate();
  }

  private static final class NeverBackwardsClock extends UUIDClock {
    private long latest;

    @Override
    public long currentTimeMillis() {
      latest = Math.max(latest, super.currentTimeMillis());
      return latest;
    }
  }
}
