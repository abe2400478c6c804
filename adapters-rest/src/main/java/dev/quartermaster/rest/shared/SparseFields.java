package dev.quartermaster.rest.shared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Leaves only those fields in resources that the client asks for by {@code fields=id,name}; that
 * they exist has been checked by {@link QueryParameters}.
 */
@Singleton
final class SparseFields {
  static final String PARAMETER = "fields";

  private final ObjectMapper json;

  SparseFields(ObjectMapper json) {
    this.json = json;
  }

  @ServerResponseFilter(priority = EntityTags.PRIORITY + 1)
  void select(ContainerRequestContext request, ContainerResponseContext response) {
    String wanted = request.getUriInfo().getQueryParameters().getFirst(PARAMETER);
    Object entity = response.getEntity();
    if (wanted == null
        || response.getStatus() != 200
        || !(entity instanceof Record)
        || entity instanceof Problem) {
      return;
    }
    Set<String> fields = new HashSet<>(Arrays.asList(wanted.split(",", -1)));
    JsonNode tree = json.valueToTree(entity);
    if (entity instanceof ListView<?>) {
      tree.path("data").forEach(item -> ((ObjectNode) item).retain(fields));
    } else {
      ((ObjectNode) tree).retain(fields);
    }
    response.setEntity(tree);
  }
}
