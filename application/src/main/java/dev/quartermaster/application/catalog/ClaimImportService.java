package dev.quartermaster.application.catalog;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.catalog.ProductImports;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;

@UseCase
final class ClaimImportService implements ClaimImport {
  private final UnitOfWork unitOfWork;
  private final ProductImports imports;

  ClaimImportService(UnitOfWork unitOfWork, ProductImports imports) {
    this.unitOfWork = unitOfWork;
    this.imports = imports;
  }

  @Override
  public long claim(Command command) {
    command.actor().require(Permission.CATALOG_WRITE);
    return unitOfWork.inTransaction(
        () ->
            imports
                .claim(command.importId())
                .orElseThrow(() -> new NotFound("import", command.importId())));
  }
}
