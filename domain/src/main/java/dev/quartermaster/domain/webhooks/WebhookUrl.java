package dev.quartermaster.domain.webhooks;

import dev.quartermaster.domain.shared.InvalidInput;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * The address that a webhook's events are sent to.
 *
 * @param value an absolute URL by https or http, with a host and without credentials or fragment,
 *     at most {@value #MAX_LENGTH} characters
 */
public record WebhookUrl(URI value) {
  public static final int MAX_LENGTH = 2_000;

  private static final int MAX_PORT = 65_535;

  public WebhookUrl {
    check(value);
  }

  /**
   * Reads an address.
   *
   * @throws InvalidInput naming the field {@code url} when nothing can be sent there
   */
  public static WebhookUrl of(String text) {
    try {
      return new WebhookUrl(new URI(text.strip()));
    } catch (URISyntaxException notEvenAUri) {
      throw refusal("must be a URL such as https://shop.example/hooks");
    }
  }

  /** Whether nobody on the way can read or change what is sent. */
  public boolean isEncrypted() {
    return value.getScheme().toLowerCase(Locale.ROOT).equals("https");
  }

  private static void check(URI url) {
    if (url.toString().length() > MAX_LENGTH) {
      throw refusal("must have at most " + MAX_LENGTH + " characters");
    }
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if ((!scheme.equals("https") && !scheme.equals("http")) || url.getHost() == null) {
      throw refusal("must be a URL such as https://shop.example/hooks");
    }
    if (url.getRawUserInfo() != null) {
      throw refusal("must not hold credentials: what is sent is signed instead");
    }
    if (url.getRawFragment() != null) {
      throw refusal("must not have a fragment, which no server gets to see");
    }
    if (url.getPort() == 0 || url.getPort() > MAX_PORT) {
      throw refusal("must have a port from 1 to " + MAX_PORT);
    }
  }

  private static InvalidInput refusal(String message) {
    return InvalidInput.of("url", message);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
