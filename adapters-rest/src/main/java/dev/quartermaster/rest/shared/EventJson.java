package dev.quartermaster.rest.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.quartermaster.domain.shared.PublishedEvent;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;

/** Events as JSON, each written once for all who get it. */
@Singleton
final class EventJson {
  private final LoadingCache<PublishedEvent, String> written;

  EventJson(ObjectMapper json) {
    // By weak keys it is known by which object it is, and forgotten with it.
    this.written = Caffeine.newBuilder().weakKeys().build(event -> write(event, json));
  }

  String of(PublishedEvent event) {
    return written.get(event);
  }

  private static String write(PublishedEvent event, ObjectMapper json) {
    try {
      return json.writeValueAsString(event.toCloudEvent());
    } catch (JsonProcessingException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
