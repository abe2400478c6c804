package dev.quartermaster.realtime.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.quartermaster.domain.shared.PublishedEvent;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Messages as JSON. */
@Singleton
final class MessageJson {
  private final ObjectMapper json;
  // By weak keys it is known by which object it is, and forgotten with it.
  private final LoadingCache<PublishedEvent, String> events =
      Caffeine.newBuilder().weakKeys().build(this::cloudEvent);

  MessageJson(ObjectMapper json) {
    this.json = json;
  }

  /** The message, if the text is one. */
  Optional<ClientMessage> read(String text) {
    try {
      return Optional.ofNullable(json.readValue(text, ClientMessage.class));
    } catch (JsonProcessingException unreadable) {
      return Optional.empty();
    }
  }

  /** The event as JSON, which is written once for all who get it. */
  String of(PublishedEvent event) {
    return events.get(event);
  }

  private String cloudEvent(PublishedEvent event) throws JsonProcessingException {
    return json.writeValueAsString(event.toCloudEvent());
  }

  String write(ServerMessage message) {
    try {
      return json.writerFor(ServerMessage.class).writeValueAsString(message);
    } catch (JsonProcessingException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
