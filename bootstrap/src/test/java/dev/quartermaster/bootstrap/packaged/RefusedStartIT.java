package dev.quartermaster.bootstrap.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can't start says why on one line, and leaves nothing behind. */
class RefusedStartIT {
  @TempDir private Path home;

  @ParameterizedTest
  @CsvSource({
    "QUARTERMASTER_DEMO_DATA, yes, QUARTERMASTER_DEMO_DATA",
    "QUARKUS_HTTP_PORT, eighty, QUARKUS_HTTP_PORT",
    "QUARTERMASTER_ADMIN_EMAIL, admin@example.com, QUARTERMASTER_ADMIN_PASSWORD",
    "QUARTERMASTER_JWT_KEY, no-such-file.pem, QUARTERMASTER_JWT_KEY",
  })
  void aSettingThatMakesNoSense(String variable, String value, String named) throws Exception {
    assertRefused(Map.of(variable, value), named);
  }

  @Test
  void aPortInUse() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      String port = Integer.toString(socket.getLocalPort());
      assertRefused(Map.of("QUARKUS_HTTP_PORT", port), "port " + port + " is in use");
    }
  }

  @Test
  void aDatabaseThatDoesNotAnswer() throws Exception {
    String url;
    try (ServerSocket soonClosed = new ServerSocket(0)) {
      url = "jdbc:postgresql://127.0.0.1:%d/shop".formatted(soonClosed.getLocalPort());
    }
    assertRefused(
        Map.of(
            "QUARKUS_DATASOURCE_JDBC_URL",
            url,
            "QUARTERMASTER_JWT_KEY",
            newKey(home.resolve("key.pem")).toString()),
        url + " can't be reached");
  }

  private void assertRefused(Map<String, String> settings, String reason) throws Exception {
    try (RunningNode node = RunningNode.launch(home, settings)) {
      assertThat(node.awaitEnd()).isEqualTo(1);
      assertThat(node.errors())
          .singleElement()
          .asString()
          .startsWith("Quartermaster cannot start: ")
          .contains(reason);
      assertThat(node.output()).isEmpty();
      assertThat(node.data().folder()).doesNotExist();
    }
  }

  static Path newKey(Path file) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
    return Files.writeString(
        file,
        "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
            .formatted(Base64.getMimeEncoder().encodeToString(key)));
  }
}
