package dev.quartermaster.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.List;

/** The examples of a description, and whether they are what their schemas say. */
final class Examples {
  private static final JsonSchemaFactory VALIDATORS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  private final Description description;
  private final List<Example> found = new ArrayList<>();

  private Examples(Description description) {
    this.description = description;
  }

  /** All examples, wherever they stand. */
  static List<Example> of(Description description) {
    Examples examples = new Examples(description);
    description.walk(examples::visit);
    return examples.found;
  }

  /** What is wrong with the example; empty when it is right. */
  static List<String> faults(Example example, Description description) {
    ObjectNode validated = JsonNodeFactory.instance.objectNode();
    validated.putArray("allOf").add(example.schema());
    validated.set("components", description.document().required("components"));
    return VALIDATORS
        .getSchema(validated)
        .validate(example.value(), run -> run.getExecutionConfig().setFormatAssertionsEnabled(true))
        .stream()
        .map(fault -> fault.getMessage())
        .toList();
  }

  private void visit(String pointer, JsonNode node) {
    JsonNode schema = node.path("schema");
    if (schema.isObject()) {
      if (node.has("example")) {
        add(pointer + "/example", schema, node.required("example"));
      }
      node.path("examples")
          .properties()
          .forEach(
              named ->
                  add(
                      pointer + "/examples/" + named.getKey(),
                      schema,
                      description.resolved(named.getValue()).required("value")));
    } else if (node.path("examples").isArray()) {
      node.required("examples").forEach(value -> add(pointer + "/examples", node, value));
    }
  }

  private void add(String pointer, JsonNode schema, JsonNode value) {
    found.add(new Example(pointer, schema, value));
  }

  /**
   * An example.
   *
   * @param pointer where it stands
   * @param schema what it is an example of
   * @param value what it shows
   */
  record Example(String pointer, JsonNode schema, JsonNode value) {}
}
