package dev.quartermaster.rest.shared;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/**
 * Bounds bodies that are read as a whole and do not announce their length, and remembers what a
 * body was.
 */
@Provider
public final class RequestBody implements ReaderInterceptor {
  /** The largest body that a request may have, in bytes. */
  static final int MAX_LENGTH = 1 << 20;

  private static final String KEY = RequestBody.class.getName();
  private static final String DIGEST_KEY = KEY + ".digest";

  private final CurrentVertxRequest request;

  RequestBody(CurrentVertxRequest request) {
    this.request = request;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
    if (reading.getType() == InputStream.class) {
      return reading.proceed();
    }
    RoutingContext context = request.getCurrent();
    byte[] body = read(reading.getInputStream(), context);
    if (body.length > MAX_LENGTH) {
      EveryAnswer.closeAfter(context);
      throw tooLarge(MAX_LENGTH);
    }
    context.put(KEY, body);
    reading.setInputStream(new ByteArrayInputStream(body));
    return reading.proceed();
  }

  private static byte[] read(InputStream stream, RoutingContext context) {
    try {
      return stream.readNBytes(MAX_LENGTH + 1);
    } catch (IOException cutShort) {
      throw cutShort(context);
    }
  }

  static ProblemException cutShort(RoutingContext context) {
    EveryAnswer.closeAfter(context);
    return new ProblemException(
        ProblemType.MALFORMED_REQUEST, "The body did not arrive as announced.");
  }

  static ProblemException tooLarge(long limit) {
    return new ProblemException(
        ProblemType.PAYLOAD_TOO_LARGE, "The body is larger than " + limit + " bytes.");
  }

  /** Remembers a body that was digested while it arrived. */
  static void remember(MessageDigest digest, RoutingContext context) {
    context.put(DIGEST_KEY, Sha256.hex(digest));
  }

  /** A digest by which one body can be told from another; empty when there is none. */
  static String digest(RoutingContext context) {
    String digest = context.get(DIGEST_KEY);
    if (digest != null) {
      return digest;
    }
    byte[] body = context.get(KEY);
    return body == null ? "" : Sha256.hex(body);
  }
}
