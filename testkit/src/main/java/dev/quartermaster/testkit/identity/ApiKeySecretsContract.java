package dev.quartermaster.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.identity.ApiKeySecrets;
import dev.quartermaster.domain.identity.RawApiKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link ApiKeySecrets} promise. */
public abstract class ApiKeySecretsContract {
  private static final int MANY = 1_000;

  /** The port under test. */
  protected abstract ApiKeySecrets secrets();

  @Test
  void readsTheSameFromAKeyEachTime() {
    RawApiKey key = secrets().generate();

    assertThat(secrets().read(key)).isPresent().isEqualTo(secrets().read(key));
  }

  @Test
  void aKeyBeginsWithItsPrefixAndHidesInItsHash() {
    RawApiKey key = secrets().generate();
    ApiKeySecrets.Reading reading = secrets().read(key).orElseThrow();
    String secret = key.value().substring(reading.prefix().length());

    assertThat(key.value()).startsWith(reading.prefix());
    assertThat(reading.prefix()).hasSizeBetween(8, 20);
    assertThat(secret).hasSizeGreaterThanOrEqualTo(43);
    assertThat(reading.hash().value()).matches("[0-9a-f]{64}").doesNotContain(secret);
  }

  @Test
  void noTwoKeysHaveAnythingInCommon() {
    Set<String> prefixes = new HashSet<>();
    Set<String> hashes = new HashSet<>();
    for (int count = 0; count < MANY; count++) {
      ApiKeySecrets.Reading reading = secrets().read(secrets().generate()).orElseThrow();
      prefixes.add(reading.prefix());
      hashes.add(reading.hash().value());
    }

    assertThat(prefixes).hasSize(MANY);
    assertThat(hashes).hasSize(MANY);
  }

  @Test
  void aKeyIsPlainText() {
    assertThat(secrets().generate().value()).matches("[A-Za-z0-9_]{50,100}");
  }

  @Test
  void readsNothingFromOtherTexts() {
    String key = secrets().generate().value();
    for (String foreign :
        List.of(
            "",
            " ",
            "qm_",
            "qm__",
            "é🦊",
            key.substring(1),
            key.substring(0, key.length() - 1),
            key + "0",
            key + "\n",
            " " + key,
            key + key,
            "A".repeat(100_000))) {
      assertThat(secrets().read(new RawApiKey(foreign))).as(foreign).isEmpty();
    }
  }

  @Test
  void neitherKeyNorHashShowInLogs() {
    RawApiKey key = secrets().generate();
    ApiKeySecrets.Reading reading = secrets().read(key).orElseThrow();

    assertThat(key.toString()).doesNotContain(key.value());
    assertThat(reading.toString()).doesNotContain(reading.hash().value());
  }
}
