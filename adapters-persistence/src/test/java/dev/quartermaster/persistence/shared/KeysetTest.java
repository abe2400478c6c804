package dev.quartermaster.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.shared.InvalidInput;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
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

  @Test
  void refusesACursorThatWasAltered() {
    Keyset<Item> keyset = keyset("items", List.of(key("name", true), key("id", true)));
    byte[] given = Base64.getUrlDecoder().decode(keyset.cursorOf(ITEM));
    for (int position = 0; position < given.length; position++) {
      byte[] altered = given.clone();
      altered[position] ^= 1;
      assertRefused(keyset, Base64.getUrlEncoder().encodeToString(altered));
      assertRefused(keyset, Base64.getUrlEncoder().encodeToString(Arrays.copyOf(given, position)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "+1000000000-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z"})
  void refusesAnInstantThatNoColumnHolds(String forged) {
    assertForgedRefused(SortType.INSTANT, forged);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1e3", "9223372036854775808"})
  void refusesANumberThatNoColumnHolds(String forged) {
    assertForgedRefused(SortType.NUMBER, forged);
  }

  @Test
  void refusesAnIdThatIsNone() {
    assertForgedRefused(SortType.UUID, "1");
  }

  /** With the right digest, as somebody may forge it who knows how it is made. */
  private static void assertForgedRefused(SortType type, String forged) {
    Keyset<Item> text = new Keyset<>("items", List.of(key(SortType.TEXT, _ -> forged)));
    Keyset<Item> typed = new Keyset<>("items", List.of(key(type, Item::name)));
    assertRefused(typed, text.cursorOf(ITEM));
  }

  private static SortKey<Item> key(SortType type, Function<Item, Object> value) {
    return new SortKey<>(new SortColumn<>("x", type, value), true);
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
