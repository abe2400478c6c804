package dev.quartermaster.bootstrap.embedded;

/** A server that was started beside us and is ours to stop. */
sealed interface EmbeddedServer extends AutoCloseable permits EmbeddedPostgreSql, EmbeddedRedis {

  /**
   * Stops the server and waits until it has.
   *
   * @throws EmbeddedServerException if it goes on running
   */
  @Override
  void close();
}
