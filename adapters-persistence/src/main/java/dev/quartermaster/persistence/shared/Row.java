package dev.quartermaster.persistence.shared;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The row at which a result stands. */
public final class Row {
  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  public UUID uuid(String column) throws SQLException {
    return result.getObject(column, UUID.class);
  }

  public Optional<UUID> optionalUuid(String column) throws SQLException {
    @Nullable UUID value = result.getObject(column, UUID.class);
    return Optional.ofNullable(value);
  }

  public String text(String column) throws SQLException {
    return result.getString(column);
  }

  public List<String> texts(String column) throws SQLException {
    Array array = result.getArray(column);
    return List.of((String[]) array.getArray());
  }

  public List<Optional<String>> optionalTexts(String column) throws SQLException {
    Array array = result.getArray(column);
    return Stream.of((@Nullable String[]) array.getArray()).map(Optional::ofNullable).toList();
  }

  public Optional<String> optionalText(String column) throws SQLException {
    @Nullable String value = result.getString(column);
    return Optional.ofNullable(value);
  }

  public long number(String column) throws SQLException {
    return result.getLong(column);
  }

  public OptionalLong optionalNumber(String column) throws SQLException {
    long value = result.getLong(column);
    return result.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }

  public int smallNumber(String column) throws SQLException {
    return result.getInt(column);
  }

  public boolean flag(String column) throws SQLException {
    return result.getBoolean(column);
  }

  public Instant instant(String column) throws SQLException {
    return result.getObject(column, OffsetDateTime.class).toInstant();
  }

  public Optional<Instant> optionalInstant(String column) throws SQLException {
    @Nullable OffsetDateTime value = result.getObject(column, OffsetDateTime.class);
    return Optional.ofNullable(value).map(OffsetDateTime::toInstant);
  }

  /** Makes something of a row. */
  @FunctionalInterface
  public interface Reader<T> {
    /** Reads the row that the result stands at. */
    T read(Row row) throws SQLException;
  }
}
