package dev.quartermaster.oidc.identity;

import dev.quartermaster.domain.identity.ProviderName;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads what is set of all providers. */
public final class AllProviderSettings {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private AllProviderSettings() {}

  /** Whether an environment variable sets something of a provider. */
  public static boolean include(String environmentVariable) {
    return ProviderSetting.of(environmentVariable)
        .filter(known -> known.setting().variable(known.provider()).equals(environmentVariable))
        .isPresent();
  }

  /**
   * What is set, by the providers' names.
   *
   * @param properties the names of all properties that are set; others than ours don't matter
   * @param lookup finds a property's value
   * @throws IllegalArgumentException naming a setting that is missing, senseless or contradicts
   *     another
   */
  public static List<ProviderSettings> read(
      Iterable<String> properties, Function<String, Optional<String>> lookup) {
    Map<ProviderName, Map<ProviderSetting, String>> values = new TreeMap<>();
    for (String property : properties) {
      ProviderSetting.of(property)
          .ifPresent(
              known ->
                  lookup
                      .apply(property)
                      .map(String::strip)
                      .filter(value -> !value.isEmpty())
                      .ifPresent(
                          value ->
                              values
                                  .computeIfAbsent(
                                      known.provider(), _ -> new EnumMap<>(ProviderSetting.class))
                                  .put(known.setting(), value)));
    }
    List<ProviderSettings> all =
        values.entrySet().stream().map(set -> settings(set.getKey(), set.getValue())).toList();
    requireDifferentTrustedIssuers(all);
    return all;
  }

  private static ProviderSettings settings(ProviderName name, Map<ProviderSetting, String> values) {
    requireWith(name, values, ProviderSetting.CLIENT_SECRET, ProviderSetting.CLIENT_ID);
    requireWith(name, values, ProviderSetting.ROLES_CLAIM, ProviderSetting.AUDIENCE);
    Optional<String> issuer = Optional.ofNullable(values.get(ProviderSetting.ISSUER));
    if (issuer.isEmpty()) {
      throw new IllegalArgumentException(
          "%s is missing; it names the address of the provider whose other settings are given"
              .formatted(ProviderSetting.ISSUER.variable(name)));
    }
    if (!isIssuer(issuer.get())) {
      throw new IllegalArgumentException(
          "%s is '%s' but must be an https URL without query, such as https://id.example/realms/shop (http for localhost only)"
              .formatted(ProviderSetting.ISSUER.variable(name), issuer.get()));
    }
    Optional<ProviderSettings.Client> client =
        Optional.ofNullable(values.get(ProviderSetting.CLIENT_ID))
            .map(
                id ->
                    new ProviderSettings.Client(
                        id, Optional.ofNullable(values.get(ProviderSetting.CLIENT_SECRET))));
    Optional<String> audience = Optional.ofNullable(values.get(ProviderSetting.AUDIENCE));
    if (client.isEmpty() && audience.isEmpty()) {
      throw new IllegalArgumentException(
          "%s is set but %s is missing; set it to let people sign in, or %s to accept the provider's tokens"
              .formatted(
                  ProviderSetting.ISSUER.variable(name),
                  ProviderSetting.CLIENT_ID.variable(name),
                  ProviderSetting.AUDIENCE.variable(name)));
    }
    return new ProviderSettings(
        name,
        issuer.get(),
        client,
        audience,
        Optional.ofNullable(values.get(ProviderSetting.ROLES_CLAIM)));
  }

  private static void requireWith(
      ProviderName name,
      Map<ProviderSetting, String> values,
      ProviderSetting given,
      ProviderSetting needed) {
    if (values.containsKey(given) && !values.containsKey(needed)) {
      throw new IllegalArgumentException(
          "%s is set but %s is missing; set both or neither"
              .formatted(given.variable(name), needed.variable(name)));
    }
  }

  /** Which audience and roles claim would hold for a token of both? */
  private static void requireDifferentTrustedIssuers(List<ProviderSettings> all) {
    Map<String, ProviderName> trusted = new HashMap<>();
    for (ProviderSettings provider : all) {
      if (provider.audience().isPresent()) {
        Optional<ProviderName> other =
            Optional.ofNullable(trusted.put(provider.issuer(), provider.name()));
        if (other.isPresent()) {
          throw new IllegalArgumentException(
              "%s and %s are set for the same issuer; set one of them"
                  .formatted(
                      ProviderSetting.AUDIENCE.variable(other.get()),
                      ProviderSetting.AUDIENCE.variable(provider.name())));
        }
      }
    }
  }

  private static boolean isIssuer(String text) {
    try {
      URI uri = new URI(text);
      return uri.getScheme() != null
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null
          && (uri.getScheme().equals("https")
              || (uri.getScheme().equals("http") && LOOPBACK.contains(uri.getHost())));
    } catch (URISyntaxException notEvenAUri) {
      return false;
    }
  }
}
