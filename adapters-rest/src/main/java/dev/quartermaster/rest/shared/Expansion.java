package dev.quartermaster.rest.shared;

import dev.quartermaster.domain.shared.Actor;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Resources that others can show within them, where the client asks for it by {@code expand}. So a
 * context shows what is another's without knowing it.
 */
public interface Expansion {

  /** The kind of resource, in the singular. */
  String kind();

  /**
   * Those of the resources that there are and that the actor may see, by their id or that of what
   * they belong to. It is one lookup, however many are asked for.
   */
  Map<UUID, ?> find(Actor asking, Set<UUID> ids);
}
