package dev.quartermaster.rest.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Gives every representation that may be kept a strong entity tag: the version of the resource, if
 * it has one, and a digest of what is sent. So whatever else shapes it, such as the permissions
 * that {@code links} follow, {@code fields} or {@code expand}, makes another tag.
 */
@Singleton
final class EntityTags {
  /** After all filters that choose what is sent. */
  static final int PRIORITY = 1_000;

  private static final int DIGEST_BYTES = 8;

  private final ObjectMapper json;

  EntityTags(ObjectMapper json) {
    this.json = json;
  }

  @ServerResponseFilter(priority = PRIORITY)
  void tag(ContainerRequestContext request, ContainerResponseContext response) {
    EntityTag version = response.getEntityTag();
    boolean isTagged = version != null || mayBeKept(request, response);
    boolean isHead = request.getMethod().equals("HEAD");
    if (!isText(response.getEntity()) || !(isTagged || isHead)) {
      return;
    }
    String text = text(response.getEntity());
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    response.setEntity(text);
    if (isTagged) {
      response.getHeaders().putSingle(HttpHeaders.ETAG, tag(version, content));
    }
    if (isHead) {
      response.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, content.length);
    }
  }

  /** The tag of what is sent of a version, or of something that has none. */
  static EntityTag tag(@Nullable EntityTag version, byte[] content) {
    String digest = Sha256.hex(content, DIGEST_BYTES);
    return new EntityTag(version == null ? digest : version.getValue() + "-" + digest);
  }

  private static boolean isText(Object entity) {
    return entity instanceof String
        || entity instanceof JsonNode
        || (entity instanceof Record && !(entity instanceof Problem));
  }

  private static boolean mayBeKept(
      ContainerRequestContext request, ContainerResponseContext response) {
    String caching = response.getHeaderString(HttpHeaders.CACHE_CONTROL);
    return response.getStatus() == 200
        && (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
        && caching != null
        && !caching.contains("no-store");
  }

  private String text(Object entity) {
    if (entity instanceof String text) {
      return text;
    }
    try {
      return json.writeValueAsString(entity);
    } catch (JsonProcessingException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
