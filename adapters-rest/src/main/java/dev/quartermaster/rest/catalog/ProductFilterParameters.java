package dev.quartermaster.rest.catalog;

import dev.quartermaster.domain.catalog.ProductStatus;
import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.InvalidInput;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which products a list shall hold. */
record ProductFilterParameters(
    @Parameter(description = "Part of the name or the sku.", example = "heart") @QueryParam("q")
        @Nullable String q,
    @Parameter(description = "Exactly this category.", example = "candles") @QueryParam("category")
        @Nullable String category,
    @Parameter(description = "At least this price, in minor units.", example = "100")
        @QueryParam("minPrice")
        @Nullable String minPrice,
    @Parameter(description = "At most this price, in minor units.", example = "2000")
        @QueryParam("maxPrice")
        @Nullable String maxPrice,
    @Parameter(description = "draft, active or archived; others than active need catalog:write.")
        @QueryParam("status")
        @Nullable String status) {
  private static final int MAX_TEXT_LENGTH = 200;

  /**
   * The conditions, read.
   *
   * @throws InvalidInput naming every parameter at fault
   */
  Conditions read() {
    List<FieldError> errors = new ArrayList<>();
    checkText("q", q, errors);
    checkText("category", category, errors);
    OptionalLong min = price("minPrice", minPrice, errors);
    OptionalLong max = price("maxPrice", maxPrice, errors);
    Optional<ProductStatus> wanted = Optional.ofNullable(status).flatMap(ProductStatus::ofCode);
    if (status != null && wanted.isEmpty()) {
      errors.add(new FieldError("status", "must be draft, active or archived"));
    }
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
    return new Conditions(
        Optional.ofNullable(q).map(String::strip).filter(text -> !text.isEmpty()),
        Optional.ofNullable(category),
        min,
        max,
        wanted);
  }

  private static void checkText(String name, @Nullable String text, List<FieldError> errors) {
    if (text != null && (text.length() > MAX_TEXT_LENGTH || text.indexOf('\0') >= 0)) {
      errors.add(
          new FieldError(
              name, "must have at most " + MAX_TEXT_LENGTH + " characters and no U+0000"));
    }
  }

  private static OptionalLong price(String name, @Nullable String text, List<FieldError> errors) {
    if (text == null) {
      return OptionalLong.empty();
    }
    if (!text.matches("[0-9]{1,18}")) {
      errors.add(new FieldError(name, "must be a whole number of minor units"));
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(text));
  }

  /** The conditions in the terms of the domain. */
  record Conditions(
      Optional<String> text,
      Optional<String> category,
      OptionalLong minPrice,
      OptionalLong maxPrice,
      Optional<ProductStatus> status) {}
}
