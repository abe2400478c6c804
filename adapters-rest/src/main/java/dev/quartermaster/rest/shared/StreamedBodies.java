package dev.quartermaster.rest.shared;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.Set;

/** Bodies that are worked on while they arrive, and never held as a whole. */
@Singleton
public final class StreamedBodies {
  /** The largest body that may be streamed, in bytes. */
  static final long MAX_LENGTH = 1L << 30;

  /** The addresses that take such bodies. */
  private static final Set<String> PATHS = Set.of("/api/v1/products/import");

  private final CurrentVertxRequest request;

  StreamedBodies(CurrentVertxRequest request) {
    this.request = request;
  }

  /** Whether the address takes a body of that kind. */
  static boolean areTakenAt(String path) {
    return PATHS.contains(path);
  }

  /** The body of the current request, bounded; what it was is remembered once it is read. */
  public InputStream open(InputStream body) {
    return new StreamedBody(body, request.getCurrent());
  }
}
