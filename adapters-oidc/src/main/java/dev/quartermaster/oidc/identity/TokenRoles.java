package dev.quartermaster.oidc.identity;

import dev.quartermaster.domain.identity.Role;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds roles of ours among the claims of a token; other roles mean nothing here. */
final class TokenRoles {
  private final List<List<String>> places;

  /** Roles are found where the settings say, or else where issuers usually put them. */
  TokenRoles(ProviderSettings settings) {
    this.places =
        settings
            .rolesClaim()
            .map(claim -> List.of(List.of(claim), List.of(claim.split("\\.", -1))))
            .orElseGet(() -> usualPlaces(settings));
  }

  Set<Role> in(Map<String, Object> claims) {
    return places.stream()
        .map(place -> at(place, claims))
        .flatMap(Optional::stream)
        .flatMap(TokenRoles::names)
        .map(Role::ofCode)
        .flatMap(Optional::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<List<String>> usualPlaces(ProviderSettings settings) {
    Stream<List<String>> ofClients =
        Stream.concat(
                settings.audience().stream(),
                settings.client().map(ProviderSettings.Client::id).stream())
            .map(client -> List.of("resource_access", client, "roles"));
    return Stream.concat(
            Stream.of(List.of("realm_access", "roles"), List.of("groups"), List.of("roles")),
            ofClients)
        .toList();
  }

  private static Optional<Object> at(List<String> place, Object claims) {
    Optional<Object> found = Optional.of(claims);
    for (String step : place) {
      found =
          found.flatMap(
              at ->
                  at instanceof Map<?, ?> map
                      ? Optional.ofNullable(map.get(step))
                      : Optional.empty());
    }
    return found;
  }

  private static Stream<String> names(Object value) {
    return switch (value) {
      case String name -> Stream.of(name);
      case Collection<?> names -> names.stream().map(String::valueOf);
      default -> Stream.empty();
    };
  }
}
