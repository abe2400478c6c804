package dev.quartermaster.application.catalog;

import dev.quartermaster.domain.catalog.ImportId;
import dev.quartermaster.domain.catalog.ImportLine;
import dev.quartermaster.domain.shared.Actor;
import java.util.List;

/** Brings the catalogue to what a part of a received file says. */
public interface CarryOutImport {

  /**
   * Takes the next part of the import and adds the products whose sku no living product has, and
   * changes those that differ; products that are as the file says stay untouched. Of several lines
   * of one sku the last one counts. All of it happens in one transaction, and the part is gone with
   * it.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code catalog:write}
   */
  Result carryOutNext(Command command);

  /**
   * @param actor in whose name
   * @param importId which import
   */
  record Command(Actor actor, ImportId importId) {}

  /**
   * @param lines how many lines the part had; 0 when none was left
   * @param rejected those of them that break a rule
   */
  record Result(long lines, List<ImportLine.Rejected> rejected) {
    public Result {
      rejected = List.copyOf(rejected);
    }
  }
}
