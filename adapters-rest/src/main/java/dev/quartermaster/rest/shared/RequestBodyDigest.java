package dev.quartermaster.rest.shared;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Remembers a digest of the body as it came, by which a repeated request can be told from another.
 */
@Provider
public final class RequestBodyDigest implements ReaderInterceptor {
  private static final String KEY = RequestBodyDigest.class.getName();

  private final CurrentVertxRequest request;

  RequestBodyDigest(CurrentVertxRequest request) {
    this.request = request;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
    RoutingContext context = request.getCurrent();
    if (context.request().getHeader("Idempotency-Key") != null) {
      byte[] body = reading.getInputStream().readAllBytes();
      context.put(KEY, HexFormat.of().formatHex(sha256().digest(body)));
      reading.setInputStream(new ByteArrayInputStream(body));
    }
    return reading.proceed();
  }

  /** The digest of the request's body; empty when it has none. */
  static String of(RoutingContext context) {
    String digest = context.get(KEY);
    return digest == null ? "" : digest;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
