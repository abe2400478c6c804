package dev.quartermaster.payments.payments;

import dev.quartermaster.domain.payments.PaymentId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** SQL outside of any transaction: each statement commits by itself. */
@Singleton
final class LoneStatements {
  private final DataSource dataSource;

  LoneStatements(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The rows that a statement gives. */
  <T> List<T> read(Reader<T> reader, String sql, Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int index = 0; index < parameters.length; index++) {
        statement.setObject(index + 1, parameters[index]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<T> read = new ArrayList<>();
        while (rows.next()) {
          read.add(reader.read(rows));
        }
        return read;
      }
    } catch (SQLException failure) {
      throw new GatewayFailed("the books that we keep of the gateway cannot be read", failure);
    }
  }

  /** Ids as PostgreSQL writes arrays. */
  static String array(Stream<PaymentId> ids) {
    return ids.map(PaymentId::toString).collect(Collectors.joining(",", "{", "}"));
  }

  /** Makes something of a row. */
  @FunctionalInterface
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }
}
