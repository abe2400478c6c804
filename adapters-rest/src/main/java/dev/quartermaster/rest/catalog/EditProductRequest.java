package dev.quartermaster.rest.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductChanges;
import dev.quartermaster.domain.catalog.ProductStatus;
import dev.quartermaster.domain.catalog.Sku;
import dev.quartermaster.rest.shared.MoneyBody;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What of a product shall be different; what is left out stays. */
@Schema(description = "What of a product shall be different; what is left out stays")
record EditProductRequest(
    @Schema(description = "Another sku", maxLength = 64, examples = "85123B")
        @Pattern(
            regexp = Sku.FORM,
            message = "must be 1 to 64 letters, digits, dots, dashes, underscores or slashes")
        @Nullable String sku,
    @Schema(description = "Another name", examples = "RED HANGING HEART T-LIGHT HOLDER")
        @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must not be blank") @Size(max = Product.MAX_NAME_LENGTH, message = "must have 1 to {max} characters") @Nullable String name,
    @Schema(description = "Another description")
        @Size(max = Product.MAX_DESCRIPTION_LENGTH, message = "must have at most {max} characters") @Nullable String description,
    @Schema(description = "Another category; an empty text takes it away", examples = "candles")
        @Size(max = Product.MAX_CATEGORY_LENGTH, message = "must have at most {max} characters") @Nullable String category,
    @Schema(description = "Another price") @Valid @Nullable MoneyBody price,
    @Schema(
            description = "All attributes that the product shall have",
            additionalProperties = AttributeSchema.class,
            examples = "{\"colour\": \"red\"}")
        @Size(max = Product.MAX_ATTRIBUTES, message = "must have at most {max} entries") @Nullable Map<String, JsonNode> attributes,
    @Schema(
            description = "draft, active or archived",
            enumeration = {"draft", "active", "archived"},
            examples = "archived")
        @Pattern(regexp = "draft|active|archived", message = "must be draft, active or archived") @Nullable String status) {

  ProductChanges toChanges() {
    return new ProductChanges(
        Optional.ofNullable(sku).map(Sku::new),
        Optional.ofNullable(name),
        Optional.ofNullable(description),
        Optional.ofNullable(category),
        Optional.ofNullable(price).map(MoneyBody::toMoney),
        Optional.ofNullable(attributes).map(AttributeValues::read),
        Optional.ofNullable(status).flatMap(ProductStatus::ofCode));
  }
}
