package dev.quartermaster.domain.catalog;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** Files of products that were received and wait to be carried out, in parts. */
public interface ProductImports {

  /** How many lines a part has at the most. */
  int MAX_PART = 500;

  /** Opens an import, to which parts may then be added. */
  void open(ImportId id, Instant at);

  /** Adds lines, at most {@value #MAX_PART}, after those that are there. */
  void append(ImportId id, List<ImportLine> lines);

  /**
   * Claims an import whose lines are all there, once.
   *
   * @return how many lines it has; empty when it is unknown or claimed
   */
  OptionalLong claim(ImportId id);

  /** Takes the first part away and gives its lines; empty when none is left. */
  List<ImportLine> take(ImportId id);

  /** Removes what is left of an import. */
  void discard(ImportId id);

  /**
   * Removes imports that were opened before that and never claimed.
   *
   * @param limit how many at the most
   * @return how many were removed
   */
  int forgetAbandoned(Instant before, int limit);
}
