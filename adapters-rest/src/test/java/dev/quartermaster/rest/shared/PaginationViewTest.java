package dev.quartermaster.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.shared.Slice;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaginationViewTest {

  @Test
  void tellsWhereTheTotalIsABound() {
    assertThat(PaginationView.of(new Slice.Numbered(3, 100, 1_000, true)))
        .isEqualTo(new PaginationView(3, 100, 1_000L, 10L, true, null));
  }

  @Test
  void leavesOutWhatAPartDoesNotHave() {
    assertThat(PaginationView.of(new Slice.Numbered(1, 20, 41)))
        .isEqualTo(new PaginationView(1, 20, 41L, 3L, null, null));
    assertThat(PaginationView.of(new Slice.Cursor(20, Optional.of("next"))))
        .isEqualTo(new PaginationView(null, 20, null, null, null, "next"));
  }
}
