package dev.quartermaster.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {
  private enum Field {
    NAME
  }

  @Property
  void takesALimitWithinItsBounds(@ForAll @IntRange(min = 1, max = 100) int limit) {
    assertThat(request(limit).limit()).isEqualTo(limit);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 101, Integer.MAX_VALUE})
  void refusesOtherLimits(int limit) {
    assertRefused("limit", () -> request(limit));
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1_000_001, Integer.MAX_VALUE})
  void refusesPagesThatAreNone(int number) {
    assertRefused("page", () -> new PageRequest.Page(number));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 1_000_000})
  void takesAPage(int number) {
    assertThat(new PageRequest.Page(number).number()).isEqualTo(number);
  }

  @Test
  void copiesTheCriteria() {
    List<Sort<Field>> sort = new ArrayList<>(List.of(new Sort<>(Field.NAME, true)));
    PageRequest<Field> request = new PageRequest<>(new PageRequest.After(""), 20, sort);
    sort.clear();
    assertThat(request.sort()).containsExactly(new Sort<>(Field.NAME, true));
  }

  private static PageRequest<Field> request(int limit) {
    return new PageRequest<>(new PageRequest.Page(1), limit, List.of());
  }

  private static void assertRefused(String field, Runnable request) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(request::run)
        .satisfies(
            refusal ->
                assertThat(refusal.fieldErrors())
                    .extracting(FieldError::field)
                    .containsExactly(field));
  }
}
