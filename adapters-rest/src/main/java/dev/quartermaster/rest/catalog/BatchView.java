package dev.quartermaster.rest.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quartermaster.application.catalog.ApplyProductBatch;
import dev.quartermaster.rest.shared.Problem;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a batch, as clients see it. */
@Schema(name = "ProductBatch", description = "What became of a batch")
record BatchView(
    @Schema(
            description = "What became of each operation, in their order",
            maxItems = ApplyProductBatch.MAX_OPERATIONS)
        List<Result> results) {
  BatchView {
    results = List.copyOf(results);
  }

  /** What became of one operation: what a request of its own would have been answered. */
  @Schema(name = "ProductOperationResult", description = "What became of one operation")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Result(
      @Schema(description = "The status of HTTP", examples = "200") int status,
      @Schema(
              description = "The product's ETag; left out where there is none",
              maxLength = 100,
              examples = "\"2\"")
          @Nullable String etag,
      @Schema(description = "The product; left out where it was deleted or refused")
          @Nullable ProductView product,
      @Schema(description = "Why it was refused; left out where it was not")
          @Nullable Problem problem) {}
}
