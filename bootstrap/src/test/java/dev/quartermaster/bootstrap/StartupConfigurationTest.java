package dev.quartermaster.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartupConfigurationTest {
  private static final String LIMIT = "quartermaster.rate-limit.api";
  private static final String OTHER = "quartermaster.rate-limit.signup";
  private static final int ENVIRONMENT = 300;
  private static final int APPLICATION = 250;

  private final Map<String, String> application =
      Map.of(LIMIT, "100/15m", "%dev." + LIMIT, "9/1s", OTHER, "${" + LIMIT + "}");

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void aSettingThatIsEmptyHasItsDefault(String nothing) {
    assertThat(defaults(Map.of(LIMIT, nothing))).isEqualTo(Map.of(LIMIT, "100/15m"));
  }

  @Test
  void aDefaultThatNamesAnotherSettingGoesOnNamingIt() {
    assertThat(defaults(Map.of(OTHER, "", LIMIT, "40/15m")))
        .isEqualTo(Map.of(OTHER, "${" + LIMIT + "}"));
  }

  @Test
  void aProfileHasItsOwnDefaults() {
    assertThat(defaults(Map.of(LIMIT, ""), "dev")).isEqualTo(Map.of(LIMIT, "9/1s"));
  }

  @Test
  void whatIsSetOrHasNoDefaultIsLeftAlone() {
    assertThat(defaults(Map.of(LIMIT, "40/15m", "quartermaster.admin.email", ""))).isEmpty();
  }

  @Test
  void whatIsNotOursIsLeftAlone() {
    assertThat(defaults(Map.of("quarkus.http.host", ""))).isEmpty();
  }

  private Map<String, String> defaults(Map<String, String> environment, String... profiles) {
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withSources(
                new PropertiesConfigSource(environment, "environment", ENVIRONMENT),
                new PropertiesConfigSource(application, "application", APPLICATION));
    for (String profile : profiles) {
      builder.withProfile(profile);
    }
    return new StartupConfiguration(builder.build()).defaultsOfEmptied();
  }
}
