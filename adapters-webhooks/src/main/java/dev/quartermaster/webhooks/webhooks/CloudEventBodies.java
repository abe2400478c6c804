package dev.quartermaster.webhooks.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.domain.webhooks.MessageBodies;
import jakarta.inject.Singleton;

@Singleton
final class CloudEventBodies implements MessageBodies {
  /** Of its own, so that no setting made for the HTTP API changes what is signed. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  @Override
  public String of(PublishedEvent event) {
    try {
      return MAPPER.writeValueAsString(event.toCloudEvent());
    } catch (JsonProcessingException failure) {
      throw new IllegalArgumentException("an event holds what JSON has not", failure);
    }
  }
}
