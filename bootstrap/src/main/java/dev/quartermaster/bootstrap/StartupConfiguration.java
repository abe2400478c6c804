package dev.quartermaster.bootstrap;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * The configuration before Quarkus runs: the same sources as later, without the defaults that
 * Quarkus knows from its build.
 */
final class StartupConfiguration {
  private final SmallRyeConfig config;

  StartupConfiguration(SmallRyeConfig config) {
    this.config = config;
  }

  static StartupConfiguration read() {
    SmallRyeConfigBuilder builder = ConfigUtils.configBuilder();
    if (DevMode.isOn()
        && System.getProperty("quarkus.profile") == null
        && System.getenv("QUARKUS_PROFILE") == null) {
      builder.withProfile(LaunchMode.DEV_PROFILE);
    }
    return new StartupConfiguration(builder.build());
  }

  SettingValues values() {
    return new SettingValues(
        config.getPropertyNames(), property -> config.getOptionalValue(property, String.class));
  }

  /**
   * The defaults, not yet expanded, of those of our settings that somebody set to nothing. Quarkus
   * would take nothing for their value.
   */
  Map<String, String> defaultsOfEmptied() {
    Map<String, String> defaults = new HashMap<>();
    Arrays.stream(OwnSetting.values())
        .map(OwnSetting::property)
        .filter(this::isEmptied)
        .forEach(
            property ->
                withoutEmpty(property).ifPresent(otherwise -> defaults.put(property, otherwise)));
    return defaults;
  }

  private boolean isEmptied(String property) {
    return isEmpty(config.getConfigValue(property).getRawValue());
  }

  private static boolean isEmpty(@Nullable String value) {
    return value != null && value.isBlank();
  }

  private Optional<String> withoutEmpty(String property) {
    List<ConfigSource> sources =
        StreamSupport.stream(config.getConfigSources().spliterator(), false)
            .filter(source -> !isEmpty(source.getValue(property)))
            .toList();
    SmallRyeConfig others =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withProfiles(config.getProfiles())
            .withSources(sources)
            .build();
    return Optional.ofNullable(others.getConfigValue(property).getRawValue());
  }
}
