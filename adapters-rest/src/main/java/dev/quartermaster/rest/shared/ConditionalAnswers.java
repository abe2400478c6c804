package dev.quartermaster.rest.shared;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Answers 304 without a body where the client's If-None-Match shows that it has the version. */
@Singleton
final class ConditionalAnswers {

  @ServerResponseFilter
  void notModified(ContainerRequestContext request, ContainerResponseContext response) {
    EntityTag tag = response.getEntityTag();
    String method = request.getMethod();
    if (tag == null
        || response.getStatus() != Response.Status.OK.getStatusCode()
        || !(method.equals("GET") || method.equals("HEAD"))) {
      return;
    }
    String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
    if (known != null && matches(known, tag)) {
      response.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
      response.setEntity(null);
    }
  }

  /** Weak comparison, as RFC 9110 has it for If-None-Match. */
  private static boolean matches(String header, EntityTag tag) {
    if (header.strip().equals("*")) {
      return true;
    }
    for (String candidate : header.split(",", -1)) {
      String opaque = candidate.strip();
      if (opaque.startsWith("W/")) {
        opaque = opaque.substring(2);
      }
      if (opaque.equals('"' + tag.getValue() + '"')) {
        return true;
      }
    }
    return false;
  }
}
