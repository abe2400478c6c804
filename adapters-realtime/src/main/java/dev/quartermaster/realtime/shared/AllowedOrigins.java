package dev.quartermaster.realtime.shared;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The pages that may open a WebSocket. Browsers let every page do so, with the cookies of this
 * host, and keep nothing of it from the page; they only say where the page comes from.
 */
@Singleton
final class AllowedOrigins {
  private static final String ANY = "*";

  private final Set<String> origins;

  @Inject
  AllowedOrigins(
      @ConfigProperty(name = "quartermaster.cors-origins") Optional<List<String>> origins,
      @ConfigProperty(name = "quartermaster.public-url") URI publicUrl) {
    this.origins =
        Stream.concat(
                origins.orElse(List.of()).stream().map(String::strip),
                Stream.of(publicUrl.getScheme() + "://" + publicUrl.getRawAuthority()))
            .map(origin -> origin.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a page of that origin may connect to this host. */
  boolean allow(String origin, @Nullable String host) {
    return origins.contains(ANY) || areAcquainted(origin, host);
  }

  /** Whether it may do so with the cookies of this host, which {@code *} never allows. */
  boolean allowCookies(@Nullable String origin, @Nullable String host) {
    return origin == null || areAcquainted(origin, host);
  }

  private boolean areAcquainted(String origin, @Nullable String host) {
    return origins.contains(origin.toLowerCase(Locale.ROOT)) || isOfHost(origin, host);
  }

  private static boolean isOfHost(String origin, @Nullable String host) {
    try {
      return host != null && host.equalsIgnoreCase(new URI(origin).getRawAuthority());
    } catch (URISyntaxException nowhere) {
      return false;
    }
  }
}
