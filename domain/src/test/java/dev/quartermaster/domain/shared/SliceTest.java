package dev.quartermaster.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SliceTest {

  @Property
  void thePagesJustHoldTheTotal(
      @ForAll @IntRange(min = 1, max = 100) int limit,
      @ForAll @LongRange(max = 1_000_000_000_000L) long total) {
    long pages = new Slice.Numbered(1, limit, total).pages();
    assertThat(pages * limit).isGreaterThanOrEqualTo(total);
    assertThat((pages - 1) * limit).isLessThan(total == 0 ? 1 : total);
  }

  @Test
  void anEmptyListHasNoPages() {
    assertThat(new Slice.Numbered(1, 20, 0).pages()).isZero();
  }

  @Test
  void mapsItsItemsAndStaysWhereItIs() {
    Slice.Paging paging = new Slice.Numbered(2, 2, 4);
    assertThat(new Slice<>(List.of(3, 4), paging).map(number -> "no. " + number))
        .isEqualTo(new Slice<>(List.of("no. 3", "no. 4"), paging));
  }
}
