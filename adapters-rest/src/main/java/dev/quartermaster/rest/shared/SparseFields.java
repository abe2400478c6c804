package dev.quartermaster.rest.shared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quartermaster.domain.shared.FieldError;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Leaves only those fields in resources that the client asks for by {@code fields=id,name}. */
@Singleton
final class SparseFields {
  static final String PARAMETER = "fields";

  private final ObjectMapper json;
  private final Problems problems;

  SparseFields(ObjectMapper json, Problems problems) {
    this.json = json;
    this.problems = problems;
  }

  @ServerResponseFilter
  void select(
      ContainerRequestContext request, ContainerResponseContext response, RoutingContext context) {
    String wanted = request.getUriInfo().getQueryParameters().getFirst(PARAMETER);
    Object entity = response.getEntity();
    if (wanted == null
        || response.getStatus() != 200
        || !(entity instanceof Record)
        || entity instanceof Problem) {
      return;
    }
    Set<String> fields = new HashSet<>(Arrays.asList(wanted.split(",", -1)));
    Set<String> unknown = new TreeSet<>(fields);
    unknown.removeAll(fieldsOf(entity));
    if (!unknown.isEmpty()) {
      refuse(response, unknown, context);
      return;
    }
    JsonNode tree = json.valueToTree(entity);
    if (entity instanceof ListView<?>) {
      tree.path("data").forEach(item -> ((ObjectNode) item).retain(fields));
    } else {
      ((ObjectNode) tree).retain(fields);
    }
    response.setEntity(tree);
  }

  /** What the resource can have, whether this one has it or not. */
  private static Set<String> fieldsOf(Object entity) {
    Class<?> type = entity instanceof ListView<?> list ? list.itemType() : entity.getClass();
    return Stream.of(type.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.toSet());
  }

  private void refuse(
      ContainerResponseContext response, Set<String> unknown, RoutingContext context) {
    Problem problem =
        problems.invalid(
            List.of(
                new FieldError(
                    PARAMETER, "names what is no field here: " + String.join(", ", unknown))),
            context);
    response.getHeaders().clear();
    response.getHeaders().putSingle("Content-Type", Problem.MEDIA_TYPE);
    response.setStatus(problem.status());
    response.setEntity(problem);
  }
}
