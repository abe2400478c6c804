package dev.quartermaster.application.catalog;

import dev.quartermaster.domain.catalog.ImportId;
import dev.quartermaster.domain.shared.Actor;

/** Drops what is left of an import. */
public interface DiscardImport {

  /**
   * Drops the lines that were not carried out.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code catalog:write}
   */
  void discard(Command command);

  /**
   * @param actor who asks
   * @param importId which import
   */
  record Command(Actor actor, ImportId importId) {}
}
