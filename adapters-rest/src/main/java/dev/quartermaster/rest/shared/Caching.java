package dev.quartermaster.rest.shared;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;

/** Says of every answer who may keep it: nobody, unless the resource says otherwise. */
final class Caching {
  /** What tells callers apart, by whose permissions answers differ. */
  private static final String IDENTITY = "Authorization, Cookie, X-API-Key";

  private Caching() {}

  /** Decides it before the headers are sent. */
  static void settle(RoutingContext context) {
    MultiMap headers = context.response().headers();
    String decided = headers.get("Cache-Control");
    if (decided == null) {
      headers.set("Cache-Control", "no-store");
    } else if (!decided.contains("no-store") && !decided.contains("public")) {
      varyBy(IDENTITY, headers);
    }
  }

  /** Adds what tells answers of an address apart, all in one line. */
  static void varyBy(String names, MultiMap headers) {
    List<String> all = new ArrayList<>(headers.getAll("Vary"));
    all.add(names);
    headers.set("Vary", String.join(", ", all));
  }
}
