package dev.quartermaster.application.catalog;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.catalog.ImportId;
import dev.quartermaster.domain.catalog.ImportLine;
import dev.quartermaster.domain.catalog.ProductImports;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

@UseCase
final class ReceiveImportService implements ReceiveImport {
  /** How many characters of lines are held at the most, about, before they are stored. */
  private static final long MAX_PART_SIZE = 1 << 20;

  private final UnitOfWork unitOfWork;
  private final ProductImports imports;
  private final Identifiers identifiers;
  private final InstantSource clock;

  ReceiveImportService(
      UnitOfWork unitOfWork, ProductImports imports, Identifiers identifiers, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.imports = imports;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  @Override
  public ImportId receive(Command command) {
    command.actor().require(Permission.CATALOG_WRITE);
    if (!command.lines().hasNext()) {
      throw InvalidInput.of("body", "must have at least one line");
    }
    ImportId id = new ImportId(identifiers.next());
    unitOfWork.inTransaction(() -> imports.open(id, clock.instant()));
    boolean complete = false;
    try {
      store(id, command.lines());
      complete = true;
      return id;
    } finally {
      if (!complete) {
        unitOfWork.inTransaction(() -> imports.discard(id));
      }
    }
  }

  private void store(ImportId id, Iterator<ImportLine> lines) {
    while (lines.hasNext()) {
      List<ImportLine> part = nextPart(lines);
      unitOfWork.inTransaction(() -> imports.append(id, part));
    }
  }

  private static List<ImportLine> nextPart(Iterator<ImportLine> lines) {
    List<ImportLine> part = new ArrayList<>();
    long size = 0;
    while (lines.hasNext() && part.size() < ProductImports.MAX_PART && size < MAX_PART_SIZE) {
      ImportLine line = lines.next();
      part.add(line);
      size += line.size();
    }
    return part;
  }
}
