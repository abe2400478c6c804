package dev.quartermaster.persistence.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quartermaster.domain.catalog.AttributeValue;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** A product's attributes as a JSON object of texts, numbers and truth values. */
final class AttributesJson {
  /** Of its own, so that no setting made for the HTTP API changes what is stored. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private AttributesJson() {}

  static String write(Map<String, AttributeValue> attributes) {
    ObjectNode object = MAPPER.createObjectNode();
    attributes.forEach(
        (name, value) -> {
          switch (value) {
            case AttributeValue.Text(var text) -> object.put(name, text);
            case AttributeValue.Numeric(var number) -> object.put(name, number);
            case AttributeValue.Flag(var flag) -> object.put(name, flag);
          }
        });
    return object.toString();
  }

  static Map<String, AttributeValue> read(String json) {
    Map<String, AttributeValue> attributes = new HashMap<>();
    parsed(json)
        .properties()
        .forEach(entry -> attributes.put(entry.getKey(), value(entry.getValue())));
    return attributes;
  }

  private static AttributeValue value(JsonNode node) {
    return switch (node.getNodeType()) {
      case NUMBER -> new AttributeValue.Numeric(node.decimalValue());
      case BOOLEAN -> new AttributeValue.Flag(node.booleanValue());
      default -> new AttributeValue.Text(node.textValue());
    };
  }

  private static JsonNode parsed(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
