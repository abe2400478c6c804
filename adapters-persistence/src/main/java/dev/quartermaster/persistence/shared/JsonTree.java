package dev.quartermaster.persistence.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/** An object of texts, whole numbers, truth values, lists and objects, as JSON. */
public final class JsonTree {
  private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonTree() {}

  /** The object as text. */
  public static String write(Map<String, Object> tree) {
    try {
      return MAPPER.writeValueAsString(tree);
    } catch (JsonProcessingException failure) {
      throw new IllegalArgumentException("not of the values that JSON has", failure);
    }
  }

  /** The object of the text. */
  public static Map<String, Object> read(String json) {
    try {
      return MAPPER.readValue(json, TREE);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("what was stored is not JSON", failure);
    }
  }
}
