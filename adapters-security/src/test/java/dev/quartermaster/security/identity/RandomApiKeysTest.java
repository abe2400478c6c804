package dev.quartermaster.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.identity.ApiKeyHash;
import dev.quartermaster.domain.identity.ApiKeySecrets;
import dev.quartermaster.domain.identity.RawApiKey;
import dev.quartermaster.testkit.identity.ApiKeySecretsContract;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RandomApiKeysTest extends ApiKeySecretsContract {
  private final RandomApiKeys secrets = new RandomApiKeys();

  @Override
  protected ApiKeySecrets secrets() {
    return secrets;
  }

  @Test
  void aKeyHasItsMarkItsPrefixAndWholly256RandomBits() {
    RawApiKey key = secrets.generate();

    assertThat(key.value()).matches("qm_[0-9A-Za-z]{10}_[0-9A-Za-z]{49}");
    assertThat(Math.pow(62, 43)).isGreaterThan(Math.pow(2, 256));
  }

  @Test
  void noCharacterCanBeChanged() {
    String key = secrets.generate().value();
    for (int at = 0; at < key.length(); at++) {
      for (char other : "09AZaz_-".toCharArray()) {
        if (other != key.charAt(at)) {
          String changed = key.substring(0, at) + other + key.substring(at + 1);
          assertThat(secrets.read(new RawApiKey(changed))).as(changed).isEmpty();
        }
      }
    }
  }

  /** So that keys in use stay good whatever becomes of the code. */
  @Test
  void readsAKeyOfOldAlwaysTheSame() {
    RawApiKey key =
        new RawApiKey("qm_0123456789_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqYVbv83");

    assertThat(secrets.read(key))
        .isEqualTo(
            Optional.of(
                new ApiKeySecrets.Reading(
                    "qm_0123456789",
                    new ApiKeyHash(
                        "c71e7846cbc1ad675ff293bbd1dc7586133ed72da8228982071b04d02302673c"))));
  }
}
