package dev.quartermaster.oidc.identity;

import dev.quartermaster.domain.identity.ProviderName;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What can be set of each provider, as {@code QUARTERMASTER_OIDC_<NAME>_<SETTING>}. */
enum ProviderSetting {
  ISSUER,
  CLIENT_ID,
  CLIENT_SECRET,
  AUDIENCE,
  ROLES_CLAIM;

  private static final String PREFIX = "QUARTERMASTER_OIDC_";
  private static final Pattern FORM =
      Pattern.compile(
          PREFIX
              + "(?<provider>[A-Z0-9_]+)_(?<setting>"
              + Arrays.stream(values()).map(Enum::name).collect(Collectors.joining("|"))
              + ")");

  /** The environment variable that sets it. */
  String variable(ProviderName provider) {
    return PREFIX + provider.value().toUpperCase(Locale.ROOT) + "_" + name();
  }

  /** What a property sets, if it is one of these. */
  static Optional<OfProvider> of(String property) {
    Matcher matcher =
        FORM.matcher(property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT));
    return matcher.matches()
        ? ProviderName.parse(matcher.group("provider").toLowerCase(Locale.ROOT))
            .map(name -> new OfProvider(name, valueOf(matcher.group("setting"))))
        : Optional.empty();
  }

  /**
   * A setting of one provider.
   *
   * @param provider whose
   * @param setting which
   */
  record OfProvider(ProviderName provider, ProviderSetting setting) {}
}
