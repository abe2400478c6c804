package dev.quartermaster.persistence.shared;

import dev.quartermaster.domain.shared.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A total order of a list. Its cursors hold the values of a row by which the rows after it are
 * found, and the name of the order, so that no cursor is taken for that of another.
 */
final class Keyset<T> {
  private final String name;
  private final List<SortKey<T>> keys;

  Keyset(String list, List<SortKey<T>> keys) {
    this.keys = List.copyOf(keys);
    this.name = list + ": " + orderBy();
  }

  String orderBy() {
    return keys.stream().map(SortKey::orderBy).collect(Collectors.joining(", "));
  }

  String cursorOf(T last) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream cursor = new DataOutputStream(bytes)) {
      cursor.writeUTF(name);
      for (SortKey<T> key : keys) {
        cursor.writeUTF(key.column().value().apply(last).toString());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  /** The conditions, and that a row comes after the cursor's. */
  Conditions after(String cursor, Conditions conditions) {
    List<Object> values = valuesOf(cursor);
    boolean oneDirection = keys.stream().map(SortKey::descending).distinct().count() == 1;
    return oneDirection
        ? conditions.and(afterAsRows(), values.toArray())
        : afterByColumns(conditions, values);
  }

  /** {@code (a, b, id) > (?, ?, ?)}, which an index on these columns answers as a whole. */
  private String afterAsRows() {
    String columns =
        keys.stream().map(key -> key.column().name()).collect(Collectors.joining(", "));
    String marks = keys.stream().map(_ -> "?").collect(Collectors.joining(", "));
    return "(" + columns + ") " + keys.getFirst().later() + " (" + marks + ")";
  }

  /**
   * {@code a >= ? AND (a > ? OR (a = ? AND (b < ? OR (b = ? AND id > ?))))}; the first part is
   * implied by the rest and gives an index its start.
   */
  private Conditions afterByColumns(Conditions conditions, List<Object> values) {
    SortKey<T> first = keys.getFirst();
    StringBuilder sql = new StringBuilder();
    List<Object> bound = new ArrayList<>();
    sql.append(first.column().name()).append(' ').append(first.later()).append("= ? AND ");
    bound.add(values.getFirst());
    int last = keys.size() - 1;
    for (int index = 0; index < last; index++) {
      String column = keys.get(index).column().name();
      sql.append('(').append(column).append(' ').append(keys.get(index).later());
      sql.append(" ? OR (").append(column).append(" = ? AND ");
      bound.add(values.get(index));
      bound.add(values.get(index));
    }
    sql.append(keys.get(last).column().name()).append(' ').append(keys.get(last).later());
    sql.append(" ?").repeat("))", last);
    bound.add(values.get(last));
    return conditions.and(sql.toString(), bound.toArray());
  }

  private List<Object> valuesOf(String cursor) {
    try (DataInputStream written =
        new DataInputStream(new ByteArrayInputStream(Base64.getUrlDecoder().decode(cursor)))) {
      if (!written.readUTF().equals(name)) {
        throw notOfThisList();
      }
      List<Object> values = new ArrayList<>();
      for (SortKey<T> key : keys) {
        values.add(key.column().type().parse(written.readUTF()));
      }
      return values;
    } catch (IOException | IllegalArgumentException | DateTimeException unreadable) {
      throw notOfThisList();
    }
  }

  private static InvalidInput notOfThisList() {
    return InvalidInput.of(
        "after", "must be a cursor that this list gave for the same order, or empty");
  }
}
