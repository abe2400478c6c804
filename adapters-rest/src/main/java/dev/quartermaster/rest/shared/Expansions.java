package dev.quartermaster.rest.shared;

import dev.quartermaster.domain.shared.Actor;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what is to be shown within other resources. */
@Singleton
public final class Expansions {
  private final Map<String, Expansion> expansions;

  Expansions(@All List<Expansion> expansions) {
    this.expansions =
        expansions.stream()
            .collect(Collectors.toUnmodifiableMap(Expansion::kind, Function.identity()));
  }

  /** The resources of that kind, by id; those that are gone or hidden are left out. */
  public Map<UUID, Object> find(String kind, Actor asking, Stream<UUID> ids) {
    Set<UUID> wanted = ids.collect(Collectors.toUnmodifiableSet());
    return wanted.isEmpty() ? Map.of() : Map.copyOf(of(kind).find(asking, wanted));
  }

  private Expansion of(String kind) {
    Expansion expansion = expansions.get(kind);
    if (expansion == null) {
      throw new IllegalArgumentException("nothing expands to a " + kind);
    }
    return expansion;
  }
}
