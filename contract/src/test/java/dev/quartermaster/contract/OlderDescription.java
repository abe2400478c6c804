package dev.quartermaster.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A description in the terms of OpenAPI 3.0, for the comparison: openapi-diff sees no change of a
 * type in 3.1, and nothing behind a reference that has words of its own beside it.
 */
final class OlderDescription {
  private OlderDescription() {}

  /** The same API, as far as 3.0 can say it. */
  static String of(Description description) {
    Description older = description.copy();
    older.document().put("openapi", "3.0.3");
    older.walk((_, node) -> rewrite((ObjectNode) node));
    return older.document().toString();
  }

  private static void rewrite(ObjectNode node) {
    if (node.path("$ref").isTextual()) {
      node.retain("$ref");
    }
    if (node.path("examples").isArray()) {
      node.remove("examples");
    }
    if (node.path("type").isArray()) {
      rewriteTypes(node, node.required("type").valueStream().map(JsonNode::textValue).toList());
    }
  }

  private static void rewriteTypes(ObjectNode schema, List<String> types) {
    if (types.contains("null")) {
      schema.put("nullable", true);
    }
    List<String> others = types.stream().filter(type -> !type.equals("null")).toList();
    if (others.size() == 1) {
      schema.put("type", others.getFirst());
    } else {
      schema.remove("type");
      others.forEach(type -> schema.withArray("/oneOf").addObject().put("type", type));
    }
  }
}
