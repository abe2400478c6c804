package dev.quartermaster.application.catalog;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.catalog.ProductImports;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Duration;
import java.time.InstantSource;

@UseCase
final class ForgetAbandonedImportsService implements ForgetAbandonedImports {
  /** Longer than anybody takes to send a file. */
  private static final Duration PATIENCE = Duration.ofDays(1);

  private final UnitOfWork unitOfWork;
  private final ProductImports imports;
  private final InstantSource clock;

  ForgetAbandonedImportsService(
      UnitOfWork unitOfWork, ProductImports imports, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.imports = imports;
    this.clock = clock;
  }

  @Override
  public Result forget(Command command) {
    return new Result(
        unitOfWork.inTransaction(
            () -> imports.forgetAbandoned(clock.instant().minus(PATIENCE), command.limit())));
  }
}
