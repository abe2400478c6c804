package dev.quartermaster.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.shared.InvalidInput;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysetTest {
  private static final UUID ID = UUID.fromString("019a0000-0000-7000-8000-000000000001");
  private static final Instant AT = Instant.parse("2026-03-01T10:15:30.123456Z");
  private static final Item ITEM = new Item(ID, "Crème\0brûlée", 42, AT);

  @Test
  void inOneDirectionRowsAreComparedAsAWhole() {
    Keyset<Item> keyset = keyset("items", List.of(key("name", true), key("id", true)));
    assertThat(keyset.after(keyset.cursorOf(ITEM), Conditions.where("living")))
        .isEqualTo(new Conditions("living AND (name, id) < (?, ?)", List.of("Crème\0brûlée", ID)));
  }

  @Test
  void inMixedDirectionsColumnByColumn() {
    Keyset<Item> keyset =
        keyset("items", List.of(key("count", false), key("at", true), key("id", false)));
    assertThat(keyset.after(keyset.cursorOf(ITEM), Conditions.where("living")))
        .isEqualTo(
            new Conditions(
                "living AND count >= ? AND (count > ? OR (count = ? AND"
                    + " (at < ? OR (at = ? AND id > ?))))",
                List.of(42L, 42L, 42L, AT, AT, ID)));
  }

  @Test
  void refusesTheCursorOfAnotherListOrOrder() {
    String cursor = keyset("items", List.of(key("name", true), key("id", true))).cursorOf(ITEM);
    assertRefused(keyset("others", List.of(key("name", true), key("id", true))), cursor);
    assertRefused(keyset("items", List.of(key("name", false), key("id", false))), cursor);
    assertRefused(keyset("items", List.of(key("id", true))), cursor);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "+1000000000-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z"})
  void refusesAnInstantThatNoColumnHolds(String forged) {
    Keyset<Item> keyset = keyset("items", List.of(key("at", true), key("id", true)));
    assertRefused(keyset, forged("items: at DESC, id DESC", forged, ID.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1e3", "9223372036854775808"})
  void refusesANumberThatNoColumnHolds(String forged) {
    Keyset<Item> keyset = keyset("items", List.of(key("count", true), key("id", true)));
    assertRefused(keyset, forged("items: count DESC, id DESC", forged, ID.toString()));
  }

  @Test
  void refusesAnIdThatIsNone() {
    Keyset<Item> keyset = keyset("items", List.of(key("id", true)));
    assertRefused(keyset, forged("items: id DESC", "1"));
  }

  private static void assertRefused(Keyset<Item> keyset, String cursor) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> keyset.after(cursor, Conditions.none()))
        .satisfies(
            refusal ->
                assertThat(refusal.fieldErrors())
                    .singleElement()
                    .extracting("field")
                    .isEqualTo("after"));
  }

  private static String forged(String... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream cursor = new DataOutputStream(bytes)) {
      for (String part : parts) {
        cursor.writeUTF(part);
      }
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return Base64.getUrlEncoder().encodeToString(bytes.toByteArray());
  }

  private static Keyset<Item> keyset(String list, List<SortKey<Item>> keys) {
    return new Keyset<>(list, keys);
  }

  private static SortKey<Item> key(String column, boolean descending) {
    return new SortKey<>(
        switch (column) {
          case "name" -> new SortColumn<>("name", SortType.TEXT, Item::name);
          case "count" -> new SortColumn<>("count", SortType.NUMBER, Item::count);
          case "at" -> new SortColumn<>("at", SortType.INSTANT, Item::at);
          default -> new SortColumn<>("id", SortType.UUID, Item::id);
        },
        descending);
  }

  private record Item(UUID id, String name, long count, Instant at) {}
}
