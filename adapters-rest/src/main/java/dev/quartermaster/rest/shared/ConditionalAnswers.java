package dev.quartermaster.rest.shared;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Answers 304 without a body where the client's If-None-Match shows what it has. */
@Singleton
final class ConditionalAnswers {

  @ServerResponseFilter(priority = EntityTags.PRIORITY - 1)
  void notModified(ContainerRequestContext request, ContainerResponseContext response) {
    EntityTag tag = response.getEntityTag();
    String method = request.getMethod();
    if (tag == null
        || response.getStatus() != Response.Status.OK.getStatusCode()
        || !(method.equals("GET") || method.equals("HEAD"))) {
      return;
    }
    String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
    if (known != null) {
      matching(known, tag).ifPresent(held -> answerNotModified(response, held));
    }
  }

  private static void answerNotModified(ContainerResponseContext response, EntityTag held) {
    response.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
    response.setEntity(null);
    response.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
    response.getHeaders().putSingle(HttpHeaders.ETAG, held);
  }

  /**
   * The tag that the client holds, if it is the one. Weak comparison, as RFC 9110 has it for
   * If-None-Match, of what was compressed or was not.
   */
  private static Optional<EntityTag> matching(String header, EntityTag tag) {
    if (header.strip().equals("*")) {
      return Optional.of(tag);
    }
    for (String candidate : header.split(",", -1)) {
      String opaque = candidate.strip();
      if (opaque.startsWith("W/")) {
        opaque = opaque.substring(2);
      }
      for (String form : List.of(tag.getValue(), tag.getValue() + Compression.TAG_SUFFIX)) {
        if (opaque.equals('"' + form + '"')) {
          return Optional.of(new EntityTag(form));
        }
      }
    }
    return Optional.empty();
  }
}
