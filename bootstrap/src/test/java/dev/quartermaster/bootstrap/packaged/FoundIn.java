package dev.quartermaster.bootstrap.packaged;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a node may find a product, by the name that its metrics give the place. */
enum FoundIn {
  NEAR,
  BYPASS;

  private final Pattern line =
      Pattern.compile(
          "^quartermaster_cache_requests_total\\{cache=\"products\",.*result=\"%s\".*\\} (\\S+)$"
              .formatted(name().toLowerCase(Locale.ROOT)),
          Pattern.MULTILINE);

  /** Reads a product again and again, until it is found here. */
  void await(RunningNode node, String product) throws Exception {
    Caller reader = Caller.anonymous(node);
    double before = count(node);
    Polling.until(
        "a product that is found in " + this,
        () -> {
          Shop.product(reader, product).expecting(200);
          return count(node) > before;
        });
  }

  private double count(RunningNode node) throws IOException {
    Matcher found = line.matcher(Caller.anonymous(node).get("/metrics").expecting(200).body());
    if (!found.find()) {
      throw new AssertionError("the node does not count " + this);
    }
    return Double.parseDouble(found.group(1));
  }
}
