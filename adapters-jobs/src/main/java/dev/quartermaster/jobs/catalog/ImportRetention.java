package dev.quartermaster.jobs.catalog;

import dev.quartermaster.application.catalog.ForgetAbandonedImports;
import dev.quartermaster.domain.shared.Schedule;
import dev.quartermaster.jobs.shared.Batches;
import dev.quartermaster.jobs.shared.RecurringWork;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Forgets files that nobody will import. */
final class ImportRetention {
  private ImportRetention() {}

  @Produces
  @Singleton
  static RecurringWork abandonedImports(ForgetAbandonedImports imports) {
    return RecurringWork.forgetting(
        Schedule.IMPORT_RETENTION,
        new Batches(1, 100),
        limit -> imports.forget(new ForgetAbandonedImports.Command(limit)).forgotten());
  }
}
