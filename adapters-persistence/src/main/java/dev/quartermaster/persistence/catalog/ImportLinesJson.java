package dev.quartermaster.persistence.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quartermaster.domain.catalog.ImportLine;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductStatus;
import dev.quartermaster.domain.catalog.Sku;
import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.Money;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Lines of an import as a JSON array: those that were rejected have errors, the others a sku. */
final class ImportLinesJson {
  /** Of its own, so that no setting made for the HTTP API changes what is stored. */
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ImportLinesJson() {}

  static String write(List<ImportLine> lines) {
    ArrayNode array = MAPPER.createArrayNode();
    for (ImportLine line : lines) {
      ObjectNode object = array.addObject().put("number", line.number());
      switch (line) {
        case ImportLine.Accepted(var _, var details) -> write(details, object);
        case ImportLine.Rejected(var _, var errors) -> write(errors, object.putArray("errors"));
      }
    }
    return array.toString();
  }

  static List<ImportLine> read(String json) {
    List<ImportLine> lines = new ArrayList<>();
    for (JsonNode line : parsed(json)) {
      long number = line.get("number").longValue();
      lines.add(
          line.has("errors")
              ? new ImportLine.Rejected(number, errors(line.get("errors")))
              : new ImportLine.Accepted(number, details(line)));
    }
    return lines;
  }

  private static void write(Product.Details details, ObjectNode object) {
    object
        .put("sku", details.sku().value())
        .put("name", details.name())
        .put("description", details.description())
        .put("amount", details.price().amount())
        .put("currency", details.price().currency().getCurrencyCode())
        .put("attributes", AttributesJson.write(details.attributes()))
        .put("status", details.status().code());
    details.category().ifPresent(category -> object.put("category", category));
  }

  private static void write(List<FieldError> errors, ArrayNode array) {
    errors.forEach(
        error -> array.addObject().put("field", error.field()).put("message", error.message()));
  }

  private static Product.Details details(JsonNode line) {
    return new Product.Details(
        new Sku(line.get("sku").textValue()),
        line.get("name").textValue(),
        line.get("description").textValue(),
        Optional.ofNullable(line.get("category")).map(JsonNode::textValue),
        new Money(
            line.get("amount").longValue(), Currency.getInstance(line.get("currency").textValue())),
        AttributesJson.read(line.get("attributes").textValue()),
        ProductStatus.ofCode(line.get("status").textValue()).orElseThrow());
  }

  private static List<FieldError> errors(JsonNode errors) {
    List<FieldError> read = new ArrayList<>();
    errors.forEach(
        error ->
            read.add(
                new FieldError(error.get("field").textValue(), error.get("message").textValue())));
    return read;
  }

  private static JsonNode parsed(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
