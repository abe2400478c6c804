package dev.quartermaster.rest.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * An answer as it goes over the wire, to be sent any number of times.
 *
 * @param headers its own headers; {@link EveryAnswer} adds those of all
 * @param body its JSON
 */
public record WrittenAnswer(Map<String, String> headers, Buffer body) {
  private static final String JSON = MediaType.APPLICATION_JSON + ";charset=UTF-8";

  /** Where Quarkus looks under which address an answer is measured. */
  private static final String MEASURED_AS = "UrlPathTemplate";

  public WrittenAnswer {
    headers = Map.copyOf(headers);
  }

  /** The answer that a resource gave, with status 200 and an entity. */
  public static WrittenAnswer of(RestResponse<?> answer, ObjectMapper json) {
    Map<String, String> headers = new HashMap<>();
    answer
        .getStringHeaders()
        .forEach((name, values) -> headers.put(name, String.join(", ", values)));
    try {
      byte[] body = json.writeValueAsBytes(answer.getEntity());
      headers.put("Content-Type", JSON);
      headers.put("Content-Length", Integer.toString(body.length));
      headers.put("ETag", '"' + EntityTags.tag(answer.getEntityTag(), body).getValue() + '"');
      return new WrittenAnswer(headers, Buffer.buffer(body));
    } catch (JsonProcessingException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /**
   * Sends it.
   *
   * @param template the address under which it is measured, with {@code {id}} for an id
   */
  public void send(RoutingContext context, String template) {
    context.vertx().getOrCreateContext().putLocal(MEASURED_AS, template);
    HttpServerResponse response = context.response();
    headers.forEach(response.headers()::set);
    response.end(body);
  }
}
