package dev.quartermaster.rest.shared;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bounds bodies that do not announce their length, and remembers what a body was. */
@Provider
public final class RequestBody implements ReaderInterceptor {
  /** The largest body that a request may have, in bytes. */
  static final int MAX_LENGTH = 1 << 20;

  private static final String KEY = RequestBody.class.getName();

  private final CurrentVertxRequest request;

  RequestBody(CurrentVertxRequest request) {
    this.request = request;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
    RoutingContext context = request.getCurrent();
    byte[] body = read(reading.getInputStream(), context);
    if (body.length > MAX_LENGTH) {
      EveryAnswer.closeAfter(context);
      throw tooLarge();
    }
    context.put(KEY, body);
    reading.setInputStream(new ByteArrayInputStream(body));
    return reading.proceed();
  }

  private static byte[] read(InputStream stream, RoutingContext context) {
    try {
      return stream.readNBytes(MAX_LENGTH + 1);
    } catch (IOException cutShort) {
      EveryAnswer.closeAfter(context);
      throw new ProblemException(
          ProblemType.MALFORMED_REQUEST, "The body did not arrive as announced.");
    }
  }

  static ProblemException tooLarge() {
    return new ProblemException(
        ProblemType.PAYLOAD_TOO_LARGE, "The body is larger than " + MAX_LENGTH + " bytes.");
  }

  /** A digest by which one body can be told from another; empty when there is none. */
  static String digest(RoutingContext context) {
    byte[] body = context.get(KEY);
    return body == null ? "" : Sha256.hex(body);
  }
}
