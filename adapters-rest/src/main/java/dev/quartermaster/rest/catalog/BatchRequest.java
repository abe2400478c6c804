package dev.quartermaster.rest.catalog;

import dev.quartermaster.application.catalog.ApplyProductBatch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to do with many products. */
@Schema(name = "ProductBatchRequest", description = "What to do with many products")
record BatchRequest(
    @Schema(description = "What to do, in this order")
        @NotNull(message = "must be given") @Size(
            min = 1,
            max = ApplyProductBatch.MAX_OPERATIONS,
            message = "must have {min} to {max} entries")
        List<@Valid @NotNull(message = "must be an object") Operation> operations) {

  /**
   * What to do with one product. What is inside is checked when its turn comes, so that it is
   * refused alone.
   */
  @Schema(name = "ProductOperation", description = "What to do with one product")
  record Operation(
      @Schema(
              description = "What to do",
              enumeration = {"create", "edit", "delete"},
              examples = "edit")
          @NotNull(message = "must be given") @Pattern(regexp = "create|edit|delete", message = "must be create, edit or delete") String op,
      @Schema(description = "To create: what the new product is")
          @Nullable CreateProductRequest product,
      @Schema(description = "To edit or delete: which product", maxLength = 100)
          @Nullable String id,
      @Schema(
              description = "To edit or delete: what the header If-Match has for a single product",
              maxLength = 8_192,
              examples = "*")
          @Nullable String ifMatch,
      @Schema(description = "To edit: what shall be different")
          @Nullable EditProductRequest changes) {}
}
