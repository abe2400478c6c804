package dev.quartermaster.persistence.events;

import dev.quartermaster.domain.events.EventNotices;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Of publications it learns by {@code LISTEN}, on one connection for the whole node. Those who
 * commit don't notify: PostgreSQL lets notifying transactions commit one after another, which would
 * keep orders waiting for each other's disk writes. The node that commits publishes, and notifies
 * then, once for many.
 */
@Singleton
final class PostgresEventNotices implements EventNotices {
  private static final Logger LOG = Logger.getLogger(PostgresEventNotices.class);
  private static final int WAIT_MILLIS = 1_000;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration TIME_TO_STOP = Duration.ofSeconds(5);

  private final AgroalDataSource dataSource;
  private final List<Runnable> onArrival = new CopyOnWriteArrayList<>();
  private final List<Runnable> onPublication = new CopyOnWriteArrayList<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread listener =
      Thread.ofVirtual().name("event-notices").unstarted(this::listenUntilStopped);

  PostgresEventNotices(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public void onArrival(Runnable action) {
    onArrival.add(action);
  }

  @Override
  public void onPublication(Runnable action) {
    onPublication.add(action);
  }

  void start(@Observes StartupEvent started) {
    listener.start();
  }

  void stop(@Observes ShutdownEvent ending) throws InterruptedException {
    stopping.countDown();
    if (!listener.join(TIME_TO_STOP)) {
      LOG.warn("still waiting for notices of events while the node stops");
    }
  }

  /** This node has committed events. */
  void arrived() {
    onArrival.forEach(Runnable::run);
  }

  private void published() {
    onPublication.forEach(Runnable::run);
  }

  private void listenUntilStopped() {
    boolean isConnected = true;
    while (!isStopping(isConnected ? Duration.ZERO : PAUSE)) {
      try (Connection connection = dataSource.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("LISTEN events");
        isConnected = true;
        // Whatever came while nobody listened.
        published();
        listen(connection.unwrap(PGConnection.class));
        statement.execute("UNLISTEN events");
      } catch (SQLException failure) {
        if (isConnected) {
          LOG.warnf(
              "no notices of new events until the database answers: %s", failure.getMessage());
        }
        isConnected = false;
      }
    }
  }

  private void listen(PGConnection connection) throws SQLException {
    while (!isStopping(Duration.ZERO)) {
      if (connection.getNotifications(WAIT_MILLIS).length > 0) {
        published();
      } else {
        arrived();
      }
    }
  }

  private boolean isStopping(Duration pause) {
    try {
      return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
