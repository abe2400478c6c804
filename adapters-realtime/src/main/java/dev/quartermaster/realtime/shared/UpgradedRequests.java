package dev.quartermaster.realtime.shared;

import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.core.http.HttpServerRequest;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Requests that became WebSockets. Quarkus 3.31 goes on counting them as requests in flight, even
 * when their connections are long gone, and waits for them when it stops; what it counts by is
 * closed to others.
 */
final class UpgradedRequests {
  private static final MethodHandle DONE = done();

  private UpgradedRequests() {}

  /** Has nobody wait for an answer to the request. */
  static void countAsAnswered(HttpServerRequest request) {
    try {
      DONE.invoke(QuarkusRequestWrapper.get(request));
    } catch (Throwable defect) {
      throw new IllegalStateException(defect);
    }
  }

  private static MethodHandle done() {
    try {
      return MethodHandles.privateLookupIn(QuarkusRequestWrapper.class, MethodHandles.lookup())
          .findVirtual(QuarkusRequestWrapper.class, "done", MethodType.methodType(void.class));
    } catch (ReflectiveOperationException otherQuarkus) {
      throw new ExceptionInInitializerError(otherQuarkus);
    }
  }
}
