package dev.quartermaster.bench;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is put under load.
 *
 * @param addresses the nodes, one at least
 * @param admin who may create products, lay in stock and read every order
 * @param giveUpAfter how long nobody may get an answer
 */
record Target(List<URI> addresses, Account admin, Duration giveUpAfter) {
  /** The options that {@link #of} understands. */
  static final Set<String> OPTIONS =
      Set.of("--address", "--admin-email", "--admin-password", "--give-up-after");

  /** The lines on these options in a help text. */
  static final String HELP =
      """
        --address URL          a node, such as http://localhost:8080 (the default); may be repeated,
                               the clients are then spread over the nodes
        --admin-email EMAIL    the administrator's log-in; by default QUARTERMASTER_ADMIN_EMAIL and
        --admin-password TEXT  QUARTERMASTER_ADMIN_PASSWORD, otherwise the one of dev mode
        --give-up-after TIME   end when nobody got an answer for so long, such as 10s (the default)
      """;

  private static final Pattern ADDRESS =
      Pattern.compile("https?://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+\\])(:\\d{1,5})?/?");
  private static final Pattern TIME = Pattern.compile("(\\d{1,6})(ms|s|m)");

  /**
   * The target that the command line and the environment name.
   *
   * @throws InvalidArguments when one of them makes no sense
   */
  static Target of(Arguments arguments, Map<String, String> environment) {
    List<String> addresses = arguments.all("--address");
    return new Target(
        (addresses.isEmpty() ? List.of("http://localhost:8080") : addresses)
            .stream().map(Target::address).toList(),
        new Account(
            arguments
                .one("--admin-email")
                .orElse(
                    environment.getOrDefault(
                        "QUARTERMASTER_ADMIN_EMAIL", "admin@quartermaster.local")),
            arguments
                .one("--admin-password")
                .orElse(
                    environment.getOrDefault("QUARTERMASTER_ADMIN_PASSWORD", "quartermaster-dev"))),
        time(arguments.one("--give-up-after").orElse("10s")));
  }

  private static URI address(String text) {
    if (!ADDRESS.matcher(text).matches()) {
      throw new InvalidArguments(
          "--address must look like http://localhost:8080, not \"" + text + "\"");
    }
    return URI.create(text.replaceFirst("/$", ""));
  }

  private static Duration time(String text) {
    Matcher time = TIME.matcher(text);
    if (!time.matches()) {
      throw new InvalidArguments(
          "--give-up-after must be a time such as 500ms, 10s or 2m, not \"" + text + "\"");
    }
    long count = Long.parseLong(time.group(1));
    return switch (time.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      default -> Duration.ofMinutes(count);
    };
  }

  /** The time as a person reads it, such as {@code 10 s}. */
  static String text(Duration time) {
    return time.toMillis() % 1_000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }
}
