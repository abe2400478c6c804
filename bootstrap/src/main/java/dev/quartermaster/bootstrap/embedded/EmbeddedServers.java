package dev.quartermaster.bootstrap.embedded;

import org.jspecify.annotations.Nullable;

/**
 * The servers that one process starts in its data folder. They stop together, and the folder is let
 * go of; a stop that comes while one starts waits until it has, so that none is left behind.
 */
public final class EmbeddedServers implements AutoCloseable {
  private final DataFolder folder;
  private @Nullable EmbeddedPostgreSql postgreSql;
  private @Nullable EmbeddedRedis redis;
  private boolean closed;

  /** Takes over the folder, which is let go of by {@link #close()}. */
  public EmbeddedServers(DataFolder folder) {
    this.folder = folder;
  }

  /** Starts PostgreSQL. */
  public synchronized EmbeddedPostgreSql startPostgreSql() {
    requireOpen();
    EmbeddedPostgreSql started = EmbeddedPostgreSql.start(folder);
    postgreSql = started;
    return started;
  }

  /** Starts Redis. */
  public synchronized EmbeddedRedis startRedis() {
    requireOpen();
    EmbeddedRedis started = EmbeddedRedis.start(folder);
    redis = started;
    return started;
  }

  private void requireOpen() {
    if (closed) {
      throw new EmbeddedServerException("Quartermaster was told to stop while it started");
    }
  }

  /** Stops what was started and lets go of the folder; the second call does nothing. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      stop(redis);
    } finally {
      try {
        stop(postgreSql);
      } finally {
        folder.close();
      }
    }
  }

  private static void stop(@Nullable EmbeddedServer server) {
    if (server != null) {
      server.close();
    }
  }
}
