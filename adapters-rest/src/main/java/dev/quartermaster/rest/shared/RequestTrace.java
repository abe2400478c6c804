package dev.quartermaster.rest.shared;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By what a request is known in answers and logs.
 *
 * @param requestId the client's {@code X-Request-Id} where it is well-formed, else a new one
 * @param traceId the trace of the client's {@code traceparent} (W3C Trace Context), else a new one
 */
record RequestTrace(String requestId, String traceId) {
  static final String REQUEST_ID_HEADER = "X-Request-Id";

  private static final String KEY = RequestTrace.class.getName();
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");
  private static final Pattern TRACE_PARENT =
      Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

  /** The trace of the request; the same one at each call. */
  static RequestTrace of(RoutingContext context) {
    RequestTrace known = context.get(KEY);
    if (known != null) {
      return known;
    }
    RequestTrace trace = read(context.request());
    context.put(KEY, trace);
    return trace;
  }

  private static RequestTrace read(HttpServerRequest request) {
    // Nothing is proven by it, so it need not be hard to guess, which would cost more.
    ThreadLocalRandom random = ThreadLocalRandom.current();
    UUID fresh = new UUID(random.nextLong(), random.nextLong());
    return new RequestTrace(
        requestId(request.getHeader(REQUEST_ID_HEADER), fresh),
        traceId(request.getHeader("traceparent"), fresh));
  }

  private static String requestId(@Nullable String header, UUID fresh) {
    return header != null && REQUEST_ID.matcher(header).matches() ? header : fresh.toString();
  }

  private static String traceId(@Nullable String header, UUID fresh) {
    if (header != null) {
      Matcher matcher = TRACE_PARENT.matcher(header);
      if (matcher.matches()) {
        return matcher.group(1);
      }
    }
    return fresh.toString().replace("-", "");
  }
}
