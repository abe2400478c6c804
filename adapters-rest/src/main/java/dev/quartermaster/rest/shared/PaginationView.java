package dev.quartermaster.rest.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quartermaster.domain.shared.Slice;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where in a list a part lies: {@code page}, {@code total} and {@code pages} for numbered pages,
 * {@code next} for a walk by cursor.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Pagination", description = "Where in the list this part lies")
public record PaginationView(
    @Schema(description = "Number of this page, from 1", minimum = "1", examples = "1")
        @Nullable Integer page,
    @Schema(description = "Items per page at the most", minimum = "1", examples = "20") int limit,
    @Schema(description = "Items in the whole list", minimum = "0", examples = "2690")
        @Nullable Long total,
    @Schema(description = "Pages in the whole list", minimum = "0", examples = "135")
        @Nullable Long pages,
    @Schema(
            description =
                "True when the list holds more than total and pages tell, because counting it all"
                    + " would take too long; left out otherwise",
            examples = "true")
        @Nullable Boolean totalIsAtLeast,
    @Schema(description = "Cursor of the part that follows; left out at the end", maxLength = 4096)
        @Nullable String next) {

  static PaginationView of(Slice.Paging paging) {
    return switch (paging) {
      case Slice.Numbered numbered ->
          new PaginationView(
              numbered.page(),
              numbered.limit(),
              numbered.total(),
              numbered.pages(),
              numbered.atLeast() ? Boolean.TRUE : null,
              null);
      case Slice.Cursor cursor ->
          new PaginationView(null, cursor.limit(), null, null, null, cursor.next().orElse(null));
    };
  }
}
