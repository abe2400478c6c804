package dev.quartermaster.rest.shared;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Leaves answers as they are that are too short to gain by compression, or that the client wants to
 * have so. What is compressed is another representation, so its strong tag is another too (RFC
 * 9110, section 8.8.3.3).
 */
final class Compression {
  /** What the tag of a compressed representation ends with. */
  static final String TAG_SUFFIX = "-gzip";

  private static final int THRESHOLD = 1_024;
  private static final int NOT_MODIFIED = 304;
  private static final Pattern GZIP_IS_TAKEN =
      Pattern.compile(
          "(?i)(^|,)\\s*+(gzip|\\*)\\s*+(;\\s*+q\\s*+=\\s*+(1(\\.0*+)?|0\\.0*+[1-9]\\d*+))?\\s*+(,|$)");

  private Compression() {}

  /** Decides it before the headers are sent; types that do not compress have an encoding by now. */
  static void settle(RoutingContext context) {
    HttpServerRequest request = context.request();
    MultiMap headers = context.response().headers();
    boolean isHeld = context.response().getStatusCode() == NOT_MODIFIED;
    if (headers.contains("Content-Encoding") || !(isHeld || headers.contains("Content-Type"))) {
      return;
    }
    Caching.varyBy("Accept-Encoding", headers);
    boolean isHead = request.method().equals(HttpMethod.HEAD);
    if (isHeld) {
      return; // under the tag of what the client holds
    }
    if (isShort(headers.get("Content-Length")) || !takesGzip(request)) {
      if (!isHead) {
        headers.set("Content-Encoding", "identity");
      }
      return;
    }
    String tag = headers.get("ETag");
    if (tag != null && !tag.startsWith("W/")) {
      headers.set("ETag", tag.substring(0, tag.length() - 1) + TAG_SUFFIX + '"');
    }
    if (isHead) {
      // It says how long the answer is that is not compressed.
      headers.remove("Content-Length");
    }
  }

  private static boolean isShort(@Nullable String length) {
    return length != null && Long.parseLong(length) < THRESHOLD;
  }

  private static boolean takesGzip(HttpServerRequest request) {
    String accepted = request.getHeader("Accept-Encoding");
    return accepted != null && GZIP_IS_TAKEN.matcher(accepted).find();
  }
}
