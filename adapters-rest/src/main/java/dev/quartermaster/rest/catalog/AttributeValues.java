package dev.quartermaster.rest.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quartermaster.domain.catalog.AttributeValue;
import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.rest.shared.StorableText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The attributes of products as JSON has them: texts, numbers and truth values by name. */
final class AttributeValues {
  private AttributeValues() {}

  static Map<String, AttributeValue> read(Map<String, JsonNode> attributes) {
    Map<String, AttributeValue> values = new HashMap<>();
    List<FieldError> errors = new ArrayList<>();
    attributes.forEach(
        (name, node) -> {
          if (!StorableText.isStorable(name)
              || (node.isTextual() && !StorableText.isStorable(node.textValue()))) {
            errors.add(new FieldError("attributes." + name, StorableText.RULE));
            return;
          }
          switch (node.getNodeType()) {
            case STRING -> values.put(name, new AttributeValue.Text(node.textValue()));
            case NUMBER -> values.put(name, new AttributeValue.Numeric(node.decimalValue()));
            case BOOLEAN -> values.put(name, new AttributeValue.Flag(node.booleanValue()));
            case ARRAY, BINARY, MISSING, NULL, OBJECT, POJO ->
                errors.add(
                    new FieldError(
                        "attributes." + name, "must be a text, a number, true or false"));
          }
        });
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
    return values;
  }

  static Map<String, Object> write(Map<String, AttributeValue> attributes) {
    Map<String, Object> values = new TreeMap<>();
    attributes.forEach(
        (name, value) ->
            values.put(
                name,
                switch (value) {
                  case AttributeValue.Text(var text) -> text;
                  case AttributeValue.Numeric(var number) -> number;
                  case AttributeValue.Flag(var flag) -> flag;
                }));
    return values;
  }
}
