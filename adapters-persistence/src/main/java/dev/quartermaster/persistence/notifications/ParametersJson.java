package dev.quartermaster.persistence.notifications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.Map;

/** A mail's parameters as a JSON object of texts. */
final class ParametersJson {
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  /** Of its own, so that no setting made for the HTTP API changes what is stored. */
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ParametersJson() {}

  static String write(Map<String, String> parameters) {
    try {
      return MAPPER.writeValueAsString(parameters);
    } catch (JsonProcessingException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Map<String, String> read(String json) {
    try {
      return MAPPER.readValue(json, TEXTS);
    } catch (JsonProcessingException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
