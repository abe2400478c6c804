package dev.quartermaster.persistence.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What a column to sort by holds, and how a cursor writes it. */
public enum SortType {
  TEXT {
    @Override
    Object parse(String written) {
      return written;
    }
  },
  NUMBER {
    @Override
    Object parse(String written) {
      return Long.valueOf(written);
    }
  },
  INSTANT {
    @Override
    Object parse(String written) {
      Instant instant = Instant.parse(written);
      if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LATEST)) {
        throw new DateTimeException("beyond what a column holds: " + written);
      }
      return instant;
    }
  },
  UUID {
    @Override
    Object parse(String written) {
      return java.util.UUID.fromString(written);
    }
  };

  private static final Instant LATEST = Instant.EPOCH.plus(1_000_000, ChronoUnit.DAYS);

  /**
   * Reads what a cursor holds; writing is {@code toString}.
   *
   * @throws IllegalArgumentException or {@link DateTimeException} when it holds no such value
   */
  abstract Object parse(String written);
}
