package dev.quartermaster.bootstrap;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/**
 * The configuration before Quarkus runs: the same sources as later, without the defaults that
 * Quarkus knows from its build.
 */
final class StartupConfiguration {
  private StartupConfiguration() {}

  static SettingValues read() {
    SmallRyeConfigBuilder builder = ConfigUtils.configBuilder();
    if (DevMode.isOn()
        && System.getProperty("quarkus.profile") == null
        && System.getenv("QUARKUS_PROFILE") == null) {
      builder.withProfile(LaunchMode.DEV_PROFILE);
    }
    SmallRyeConfig config = builder.build();
    return new SettingValues(
        config.getPropertyNames(), property -> config.getOptionalValue(property, String.class));
  }
}
