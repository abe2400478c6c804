package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.application.catalog.CarryOutImport;
import dev.quartermaster.application.catalog.ClaimImport;
import dev.quartermaster.application.catalog.DiscardImport;
import dev.quartermaster.domain.catalog.ImportId;
import dev.quartermaster.domain.catalog.ImportLine;
import dev.quartermaster.domain.jobs.JobId;
import dev.quartermaster.domain.jobs.JobStep;
import dev.quartermaster.domain.jobs.JobType;
import dev.quartermaster.domain.jobs.JobWork;
import dev.quartermaster.domain.jobs.RejectedLine;
import dev.quartermaster.domain.shared.Actor;
import jakarta.inject.Singleton;

/** The work of jobs, which is all the catalogue's. */
@Singleton
final class CatalogJobWork implements JobWork {
  private final ClaimImport claimImport;
  private final CarryOutImport carryOutImport;
  private final DiscardImport discardImport;

  CatalogJobWork(
      ClaimImport claimImport, CarryOutImport carryOutImport, DiscardImport discardImport) {
    this.claimImport = claimImport;
    this.carryOutImport = carryOutImport;
    this.discardImport = discardImport;
  }

  @Override
  public long begin(JobType type, JobId id, Actor actor) {
    return switch (type) {
      case PRODUCT_IMPORT -> claimImport.claim(new ClaimImport.Command(actor, importId(id)));
    };
  }

  @Override
  public JobStep next(JobType type, JobId id, Actor actor) {
    return switch (type) {
      case PRODUCT_IMPORT ->
          step(carryOutImport.carryOutNext(new CarryOutImport.Command(actor, importId(id))));
    };
  }

  @Override
  public void discard(JobType type, JobId id, Actor actor) {
    switch (type) {
      case PRODUCT_IMPORT -> discardImport.discard(new DiscardImport.Command(actor, importId(id)));
    }
  }

  /** An import has the id of its job. */
  private static ImportId importId(JobId id) {
    return new ImportId(id.value());
  }

  private static JobStep step(CarryOutImport.Result result) {
    return new JobStep(
        result.lines(), result.rejected().stream().map(CatalogJobWork::rejectedLine).toList());
  }

  private static RejectedLine rejectedLine(ImportLine.Rejected line) {
    return new RejectedLine(line.number(), line.errors());
  }
}
