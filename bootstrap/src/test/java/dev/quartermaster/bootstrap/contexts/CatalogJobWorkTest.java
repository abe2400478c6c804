package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.bootstrap.EmbeddedServersResource;
import dev.quartermaster.domain.catalog.ImportId;
import dev.quartermaster.domain.catalog.ImportLine;
import dev.quartermaster.domain.catalog.ProductImports;
import dev.quartermaster.domain.jobs.JobId;
import dev.quartermaster.domain.jobs.JobWork;
import dev.quartermaster.domain.jobs.RejectedLine;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.catalog.Articles;
import dev.quartermaster.testkit.jobs.JobWorkContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** {@link JobWorkContract} on the catalogue. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class CatalogJobWorkTest extends JobWorkContract {
  @Inject UnitOfWork unitOfWork;
  @Inject JobWork work;
  @Inject ProductImports imports;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected JobWork work() {
    return work;
  }

  @Override
  protected void receive(JobId job, int sound, RejectedLine rejected) {
    ImportId id = new ImportId(job.value());
    List<ImportLine> lines = new ArrayList<>();
    for (int line = 1; line <= sound; line++) {
      lines.add(new ImportLine.Accepted(line, Articles.mug("sku-" + unique())));
    }
    lines.add(new ImportLine.Rejected(rejected.line(), rejected.errors()));
    imports.open(id, NOW);
    imports.append(id, lines);
  }
}
