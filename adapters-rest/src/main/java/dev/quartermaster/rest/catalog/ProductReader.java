package dev.quartermaster.rest.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.rest.shared.JsonFault;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;

/** Reads products from JSON by the very rules by which one is created. */
@Singleton
final class ProductReader {
  private final ObjectMapper json;
  private final ObjectReader reader;
  private final Validator validator;

  ProductReader(ObjectMapper json, Validator validator) {
    this.json = json;
    this.reader = json.readerFor(CreateProductRequest.class);
    this.validator = validator;
  }

  /**
   * What the text says of a product.
   *
   * @throws InvalidInput naming every field at fault, or the line when all of it is
   */
  Product.Details read(String text) {
    try {
      return valid(reader.readValue(text));
    } catch (JsonProcessingException fault) {
      throw invalid(fault);
    }
  }

  /** The same of JSON that was parsed before. */
  Product.Details read(ObjectNode product) {
    try {
      return valid(json.treeToValue(product, CreateProductRequest.class));
    } catch (JsonProcessingException fault) {
      throw invalid(fault);
    }
  }

  private Product.Details valid(CreateProductRequest request) {
    check(request);
    return request.toDetails();
  }

  /**
   * Asserts what the request's own annotations demand.
   *
   * @throws InvalidInput naming every field at fault
   */
  void check(Object request) {
    List<FieldError> errors =
        validator.validate(request).stream()
            .map(
                violation ->
                    new FieldError(violation.getPropertyPath().toString(), violation.getMessage()))
            .sorted(Comparator.comparing(FieldError::field))
            .toList();
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
  }

  private static InvalidInput invalid(JsonProcessingException fault) {
    return JsonFault.field(fault)
        .map(field -> new InvalidInput(List.of(field)))
        .orElseGet(() -> InvalidInput.of("line", "must be a JSON object that holds a product"));
  }
}
