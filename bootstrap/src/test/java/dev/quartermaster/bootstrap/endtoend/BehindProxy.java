package dev.quartermaster.bootstrap.endtoend;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * The application behind a proxy on this machine, so that tests choose their address: few requests
 * for each client, and one origin whose pages may ask.
 */
public final class BehindProxy implements QuarkusTestProfile {
  static final int LIMIT = 5;
  static final String ORIGIN = "https://console.example";

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "quartermaster.trusted-proxies", "127.0.0.0/8, ::1",
        "quartermaster.rate-limit.api", LIMIT + "/15m",
        "quartermaster.cors-origins", ORIGIN + ", http://localhost:3000");
  }
}
