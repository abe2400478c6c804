package dev.quartermaster.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A description of the API, as the repository keeps it.
 *
 * @param document what it says
 */
record Description(ObjectNode document) {
  private static final Path DOCS = Path.of("..", "docs");
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");

  /** What the code gives. */
  static Description current() {
    return read("openapi.yaml");
  }

  /** What clients were last promised. */
  static Description released() {
    return read("openapi-released.yaml");
  }

  private static Description read(String file) {
    try {
      return new Description((ObjectNode) YAML.readTree(Files.readString(DOCS.resolve(file))));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  Description copy() {
    return new Description(document.deepCopy());
  }

  /** The object at a JSON pointer, to be changed. */
  ObjectNode object(String pointer) {
    return (ObjectNode) document.requiredAt(pointer);
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    document
        .required("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        member -> {
                          if (VERBS.contains(member.getKey())) {
                            operations.add(
                                new Operation(path.getKey(), member.getKey(), member.getValue()));
                          }
                        }));
    return operations;
  }

  /** What the reference leads to, or the node itself where it is none. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref")
        ? document.requiredAt(node.required("$ref").textValue().substring(1))
        : node;
  }

  /** Shows every object below the node, with its JSON pointer. */
  void walk(BiConsumer<String, JsonNode> visitor) {
    walk("", document, visitor);
  }

  private static void walk(String pointer, JsonNode node, BiConsumer<String, JsonNode> visitor) {
    if (node.isObject()) {
      visitor.accept(pointer, node);
    }
    node.properties()
        .forEach(
            member ->
                walk(
                    pointer + "/" + member.getKey().replace("~", "~0").replace("/", "~1"),
                    member.getValue(),
                    visitor));
    for (int index = 0; node.isArray() && index < node.size(); index++) {
      walk(pointer + "/" + index, node.get(index), visitor);
    }
  }

  /**
   * An operation.
   *
   * @param path where it is
   * @param verb by which method
   * @param description what it does
   */
  record Operation(String path, String verb, JsonNode description) {
    @Override
    public String toString() {
      return verb + " " + path;
    }
  }
}
