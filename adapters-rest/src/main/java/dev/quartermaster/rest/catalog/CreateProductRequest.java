package dev.quartermaster.rest.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductStatus;
import dev.quartermaster.domain.catalog.Sku;
import dev.quartermaster.rest.shared.MoneyBody;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a new product is. */
@Schema(description = "What a new product is")
record CreateProductRequest(
    @Schema(
            description = "The shop's own number of the article",
            maxLength = 64,
            examples = "85123A")
        @NotNull(message = "must be given") @Pattern(
            regexp = Sku.FORM,
            message = "must be 1 to 64 letters, digits, dots, dashes, underscores or slashes")
        String sku,
    @Schema(description = "Name", examples = "WHITE HANGING HEART T-LIGHT HOLDER")
        @NotBlank(message = "must be given") @Size(max = Product.MAX_NAME_LENGTH, message = "must have 1 to {max} characters") String name,
    @Schema(description = "Description", examples = "A heart of white metal for a tea light.")
        @Size(max = Product.MAX_DESCRIPTION_LENGTH, message = "must have at most {max} characters") @Nullable String description,
    @Schema(description = "Category", examples = "candles")
        @Size(max = Product.MAX_CATEGORY_LENGTH, message = "must have at most {max} characters") @Nullable String category,
    @Schema(description = "Price of one piece") @NotNull(message = "must be given") @Valid MoneyBody price,
    @Schema(
            description = "Further properties by name",
            additionalProperties = AttributeSchema.class,
            examples = "{\"colour\": \"white\"}")
        @Size(max = Product.MAX_ATTRIBUTES, message = "must have at most {max} entries") @Nullable Map<String, JsonNode> attributes,
    @Schema(
            description = "draft, active (when left out) or archived",
            enumeration = {"draft", "active", "archived"},
            examples = "active")
        @Pattern(regexp = "draft|active|archived", message = "must be draft, active or archived") @Nullable String status) {

  Product.Details toDetails() {
    return new Product.Details(
        new Sku(sku),
        name,
        description == null ? "" : description,
        Optional.ofNullable(category),
        price.toMoney(),
        attributes == null ? Map.of() : AttributeValues.read(attributes),
        Optional.ofNullable(status).flatMap(ProductStatus::ofCode).orElse(ProductStatus.ACTIVE));
  }
}
