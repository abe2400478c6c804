package dev.quartermaster.application.catalog;

import dev.quartermaster.domain.catalog.ImportId;
import dev.quartermaster.domain.shared.Actor;

/** Claims a file of products that was received, so that it is carried out once. */
public interface ClaimImport {

  /**
   * Claims the import in the current transaction.
   *
   * @return how many lines it has
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code catalog:write}
   * @throws dev.quartermaster.domain.shared.NotFound when there is no such import, or it is claimed
   */
  long claim(Command command);

  /**
   * @param actor who asks
   * @param importId which import
   */
  record Command(Actor actor, ImportId importId) {}
}
