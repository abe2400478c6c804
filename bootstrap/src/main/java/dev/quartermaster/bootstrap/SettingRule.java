package dev.quartermaster.bootstrap;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.RawPassword;
import dev.quartermaster.domain.shared.NetworkRange;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a setting's value must look like.
 *
 * @param wording the rule for a reader, from "must" on
 * @param obeyedBy whether a value obeys it
 */
record SettingRule(String wording, Predicate<String> obeyedBy) {
  private static final Pattern RATE_LIMIT =
      Pattern.compile("off|[1-9]\\d{0,8}/[1-9]\\d{0,5}[smhd]");
  private static final Pattern COUNTED = Pattern.compile("[1-9]\\d{0,8}");
  private static final Pattern SENDER_FORM =
      Pattern.compile("(?:[^<>\\p{Cntrl}]*<([^<>]+)>|([^<>]+))");

  static final SettingRule ANY = new SettingRule("may be anything", value -> true);

  /** The content of a file in place of its name may be a secret, and names have one line. */
  static final SettingRule FILE =
      new SettingRule(
          "must be the path of a file, not its content",
          value -> !value.contains("-----BEGIN") && value.lines().count() == 1);

  static final SettingRule FLAG =
      new SettingRule("must be true or false", List.of("true", "false")::contains);

  static final SettingRule EMAIL_ADDRESS =
      new SettingRule("must be an e-mail address", value -> EmailAddress.parse(value).isPresent());

  static final SettingRule PASSWORD =
      new SettingRule(
          "must have 8 to 128 characters", value -> new RawPassword(value).hasAllowedLength());

  static final SettingRule SENDER =
      new SettingRule(
          "must be an e-mail address such as no-reply@shop.example, or Shop <no-reply@shop.example>",
          value -> isSender(SENDER_FORM.matcher(value)));

  static final SettingRule LIMIT =
      new SettingRule(
          "must be a count and a time such as 100/15m (s, m, h or d), or off",
          RATE_LIMIT.asMatchPredicate());

  static final SettingRule COUNT =
      new SettingRule("must be a number from 1 to 999999999", COUNTED.asMatchPredicate());

  static final SettingRule ADDRESSES =
      new SettingRule(
          "must be IP addresses or ranges such as 10.0.0.0/8, separated by commas",
          eachPart(value -> NetworkRange.parse(value).isPresent()));

  static final SettingRule ORIGINS =
      new SettingRule(
          "must be origins such as https://shop.example, separated by commas, or * alone",
          value -> value.strip().equals("*") || eachPart(SettingRule::isOrigin).test(value));

  static final SettingRule BASE_URL =
      new SettingRule(
          "must be an http or https URL without query, such as https://shop.example",
          SettingRule::isBaseUrl);

  /** A publishable key, which begins with {@code pk_}, moves no money. */
  static final SettingRule STRIPE_KEY =
      new SettingRule(
          "must be a secret or restricted key of Stripe, which begins with sk_ or rk_",
          Pattern.compile("(sk|rk)_\\w+").asMatchPredicate());

  static final SettingRule STRIPE_WEBHOOK_SECRET =
      new SettingRule(
          "must be the signing secret of a webhook endpoint at Stripe, which begins with whsec_",
          Pattern.compile("whsec_[\\w+/=]+").asMatchPredicate());

  static final SettingRule SERVERS =
      new SettingRule(
          "must be hosts with ports such as kafka-1:9092, separated by commas",
          eachPart(
              Pattern.compile("(?:[\\w.-]+|\\[[0-9a-fA-F:]+\\]):\\d{1,5}").asMatchPredicate()));

  static final SettingRule TOPIC =
      new SettingRule(
          "must have 1 to 249 letters, digits, dots, underscores and hyphens",
          Pattern.compile("[a-zA-Z0-9._-]{1,249}").asMatchPredicate());

  /** Written in digits alone. */
  static SettingRule wholeNumber(int least, int most) {
    return new SettingRule(
        "must be a whole number from %d to %d".formatted(least, most),
        value ->
            value.matches("\\d{1,9}")
                && Integer.parseInt(value) >= least
                && Integer.parseInt(value) <= most);
  }

  private static Predicate<String> eachPart(Predicate<String> rule) {
    return value -> List.of(value.split(",", -1)).stream().map(String::strip).allMatch(rule);
  }

  private static boolean isOrigin(String value) {
    return isBaseUrl(value) && URI.create(value).getRawPath().isEmpty();
  }

  private static boolean isSender(Matcher sender) {
    return sender.matches()
        && Stream.of(sender.group(1), sender.group(2))
            .filter(Objects::nonNull)
            .anyMatch(address -> EmailAddress.parse(address).isPresent());
  }

  private static boolean isBaseUrl(String value) {
    try {
      URI uri = new URI(value);
      return uri.getScheme() != null
          && List.of("http", "https").contains(uri.getScheme())
          && uri.getHost() != null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null
          && uri.getRawUserInfo() == null;
    } catch (URISyntaxException notEvenAUri) {
      return false;
    }
  }
}
