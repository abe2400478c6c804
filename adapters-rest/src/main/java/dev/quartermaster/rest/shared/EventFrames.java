package dev.quartermaster.rest.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.quartermaster.domain.shared.PublishedEvent;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Events as the HTML standard has them on the wire, each written once for all who get it. */
@Singleton
final class EventFrames {
  private static final Duration RETRY = Duration.ofSeconds(2);

  /** When to come back. */
  static final Buffer GREETING = Buffer.buffer("retry:" + RETRY.toMillis() + "\n\n");

  /** A comment, which says no more than that somebody is there. */
  static final Buffer HEARTBEAT = Buffer.buffer(":\n\n");

  private final ObjectMapper json;
  // By weak keys it is known by which object it is, and forgotten with it.
  private final LoadingCache<PublishedEvent, Buffer> frames =
      Caffeine.newBuilder().weakKeys().build(this::write);

  EventFrames(ObjectMapper json) {
    this.json = json;
  }

  Buffer of(PublishedEvent event) {
    return frames.get(event);
  }

  /** JSON has no line breaks of its own. */
  private Buffer write(PublishedEvent event) throws JsonProcessingException {
    return Buffer.buffer(
        "id:"
            + event.position()
            + "\nevent:"
            + event.type()
            + "\ndata:"
            + json.writeValueAsString(event.toCloudEvent())
            + "\n\n");
  }
}
