package dev.quartermaster.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the database says, asked past the application. */
final class Books {
  private final Neighbours neighbours;

  Books(Neighbours neighbours) {
    this.neighbours = neighbours;
  }

  /** What breaks each of the invariants. */
  Map<Invariant, List<String>> breaches(Assortment assortment, Collection<Receipt> receipts) {
    return ask(
        connection -> {
          keep(connection, assortment);
          keep(connection, receipts);
          Map<Invariant, List<String>> breaches = new EnumMap<>(Invariant.class);
          for (Invariant invariant : Invariant.values()) {
            breaches.put(invariant, texts(connection, invariant.breaches()));
          }
          return breaches;
        });
  }

  /**
   * How much is left to do: payments that are under way, orders whose time is over, and events that
   * are not published.
   */
  long unfinished() {
    return number(
        """
        SELECT (SELECT count(*) FROM payments WHERE due_at IS NOT NULL)
             + (SELECT count(*) FROM orders WHERE payment_under_way)
             + (SELECT count(*) FROM orders
                WHERE status = 'pending_payment' AND expires_at < now())
             + (SELECT count(*) FROM event_arrivals)
        """);
  }

  /** How often two transactions have waited for each other since the database last started. */
  long deadlocks() {
    return number("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()");
  }

  /** How many orders there are of each status. */
  List<String> orders() {
    return ask(
        connection ->
            texts(
                connection,
                "SELECT status || ': ' || count(*) FROM orders GROUP BY status ORDER BY status"));
  }

  /**
   * Lets the time of unpaid orders run out in a few seconds instead of minutes.
   *
   * @return whether the database was there to be told
   */
  boolean endSoon(Collection<String> orderIds) {
    try (Connection connection = neighbours.connect();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE orders SET expires_at = now() + interval '3 seconds'"
                    + " WHERE id = ANY (?) AND status = 'pending_payment'")) {
      update.setArray(
          1, connection.createArrayOf("uuid", orderIds.stream().map(UUID::fromString).toArray()));
      update.executeUpdate();
      return true;
    } catch (SQLException _) {
      return false;
    }
  }

  private static void keep(Connection connection, Assortment assortment) throws SQLException {
    execute(connection, "CREATE TEMPORARY TABLE laid_in (product_id uuid, pieces bigint)");
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO laid_in VALUES (?, ?)")) {
      for (Map.Entry<String, Integer> product : assortment.laidIn().entrySet()) {
        insert.setObject(1, UUID.fromString(product.getKey()));
        insert.setLong(2, product.getValue());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void keep(Connection connection, Collection<Receipt> receipts)
      throws SQLException {
    execute(connection, "CREATE TEMPORARY TABLE receipts (order_id uuid, key text, expected text)");
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO receipts VALUES (?, ?, ?)")) {
      for (Receipt receipt : receipts) {
        insert.setObject(1, UUID.fromString(receipt.order().id()));
        insert.setString(2, receipt.placing().idempotencyKey().orElseThrow());
        insert.setString(3, receipt.end().orElse(null));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    execute(connection, "ANALYZE receipts");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  private long number(String sql) {
    return ask(connection -> Long.parseLong(texts(connection, sql).getFirst()));
  }

  private <T> T ask(Question<T> question) {
    try (Connection connection = neighbours.connect()) {
      return question.ask(connection);
    } catch (SQLException failure) {
      throw new BenchFailed("the database can't be asked: " + failure.getMessage());
    }
  }

  /** Asks something. */
  @FunctionalInterface
  private interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }
}
