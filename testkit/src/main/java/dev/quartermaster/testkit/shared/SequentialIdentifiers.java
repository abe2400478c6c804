package dev.quartermaster.testkit.shared;

import dev.quartermaster.domain.shared.Identifiers;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Counts on from the present moment; two instances never make the same identifier. */
public final class SequentialIdentifiers implements Identifiers {
  private static final int COUNTER_BITS = 12;
  private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
  private static final long VERSION_7 = 0x7000L;

  private final long node = UUID.randomUUID().getLeastSignificantBits();
  private final AtomicLong next = new AtomicLong(System.currentTimeMillis() << COUNTER_BITS);

  @Override
  public UUID next() {
    long number = next.getAndIncrement();
    long time = number >>> COUNTER_BITS;
    return new UUID((time << 16) | VERSION_7 | (number & COUNTER_MASK), node);
  }
}
