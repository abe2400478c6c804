package dev.quartermaster.persistence.shared;

import dev.quartermaster.domain.shared.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A total order of a list. Its cursors hold the values of a row by which the rows after it are
 * found, under a digest of these, the list and the order, so that none is taken for that of another
 * and none can be altered unnoticed. They are not signed, since they give no right: whoever made
 * one would get what they may list anyway, from there on.
 */
public final class Keyset<T> {
  private static final int DIGEST_BYTES = 12;

  private final String name;
  private final List<SortKey<T>> keys;

  /**
   * @param list tells the list from all others
   * @param keys what the rows are sorted by, the most significant first
   */
  public Keyset(String list, List<SortKey<T>> keys) {
    this.keys = List.copyOf(keys);
    this.name = list + ": " + orderBy();
  }

  /** The order in SQL. */
  public String orderBy() {
    return keys.stream().map(SortKey::orderBy).collect(Collectors.joining(", "));
  }

  String cursorOf(T last) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream values = new DataOutputStream(bytes)) {
      for (SortKey<T> key : keys) {
        values.writeUTF(key.column().value().apply(last).toString());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    byte[] values = bytes.toByteArray();
    byte[] cursor =
        ByteBuffer.allocate(DIGEST_BYTES + values.length).put(digest(values)).put(values).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
  }

  /**
   * The conditions, and that a row comes after the cursor's.
   *
   * @throws InvalidInput when this list never gave the cursor for this order
   */
  public Conditions after(String cursor, Conditions conditions) {
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

  /**
   * The values by which the cursor's row was sorted, as their columns hold them.
   *
   * @throws InvalidInput when this list never gave the cursor for this order
   */
  public List<Object> valuesOf(String cursor) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      if (bytes.length < DIGEST_BYTES) {
        throw notOfThisList();
      }
      byte[] values = Arrays.copyOfRange(bytes, DIGEST_BYTES, bytes.length);
      if (!Arrays.equals(digest(values), Arrays.copyOf(bytes, DIGEST_BYTES))) {
        throw notOfThisList();
      }
      return parsed(new DataInputStream(new ByteArrayInputStream(values)));
    } catch (IOException | IllegalArgumentException | DateTimeException unreadable) {
      throw notOfThisList();
    }
  }

  private List<Object> parsed(DataInputStream written) throws IOException {
    List<Object> values = new ArrayList<>();
    for (SortKey<T> key : keys) {
      values.add(key.column().type().parse(written.readUTF()));
    }
    return values;
  }

  private byte[] digest(byte[] values) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(name.getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(sha256.digest(values), DIGEST_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static InvalidInput notOfThisList() {
    return InvalidInput.of(
        "after", "must be a cursor that this list gave for the same filters and order, or empty");
  }
}
