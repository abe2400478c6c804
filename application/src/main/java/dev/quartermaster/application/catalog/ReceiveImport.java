package dev.quartermaster.application.catalog;

import dev.quartermaster.domain.catalog.ImportId;
import dev.quartermaster.domain.catalog.ImportLine;
import dev.quartermaster.domain.shared.Actor;
import java.util.Iterator;

/** Stores a file of products, so that it can be carried out later. */
public interface ReceiveImport {

  /**
   * Stores the lines while they arrive, never holding more than a few of them. When they break off,
   * nothing of them stays.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code catalog:write}
   * @throws dev.quartermaster.domain.shared.InvalidInput when there are no lines
   */
  ImportId receive(Command command);

  /**
   * @param actor who asks
   * @param lines the lines, in their order; read once
   */
  record Command(Actor actor, Iterator<ImportLine> lines) {}
}
