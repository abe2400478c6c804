package dev.quartermaster.application.catalog;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.catalog.ProductImports;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;

@UseCase
final class DiscardImportService implements DiscardImport {
  private final UnitOfWork unitOfWork;
  private final ProductImports imports;

  DiscardImportService(UnitOfWork unitOfWork, ProductImports imports) {
    this.unitOfWork = unitOfWork;
    this.imports = imports;
  }

  @Override
  public void discard(Command command) {
    command.actor().require(Permission.CATALOG_WRITE);
    unitOfWork.inTransaction(() -> imports.discard(command.importId()));
  }
}
