package dev.quartermaster.rest.catalog;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quartermaster.application.catalog.DiscardImport;
import dev.quartermaster.application.catalog.ReceiveImport;
import dev.quartermaster.application.jobs.StartJob;
import dev.quartermaster.domain.catalog.ImportId;
import dev.quartermaster.domain.catalog.ImportLine;
import dev.quartermaster.domain.jobs.Job;
import dev.quartermaster.domain.jobs.JobId;
import dev.quartermaster.domain.jobs.JobTerms;
import dev.quartermaster.domain.jobs.JobType;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.rest.jobs.JobView;
import dev.quartermaster.rest.shared.CurrentActor;
import dev.quartermaster.rest.shared.Idempotency;
import dev.quartermaster.rest.shared.ProblemType;
import dev.quartermaster.rest.shared.QueryBudget;
import dev.quartermaster.rest.shared.StreamedBodies;
import dev.quartermaster.rest.shared.description.Refuses;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.net.URI;
import java.util.Iterator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Takes files of products. They are stored while they arrive, before the transaction that makes a
 * job of them and remembers the answer under the {@code Idempotency-Key}.
 */
@Path(ProductView.PATH + "/import")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Products", description = "The catalogue")
public class ProductImportResource {
  private static final int MAX_BYTES = 1 << 30;

  /** A database connection is free for others between the parts of a file. */
  private static final int UPLOADS_AT_ONCE = 8;

  private final Transfers uploads = new Transfers(UPLOADS_AT_ONCE);
  private final ReceiveImport receiveImport;
  private final DiscardImport discardImport;
  private final StartJob startJob;
  private final StreamedBodies bodies;
  private final ProductReader reader;
  private final ObjectMapper json;
  private final Idempotency idempotency;
  private final CurrentActor actor;

  ProductImportResource(
      ReceiveImport receiveImport,
      DiscardImport discardImport,
      StartJob startJob,
      StreamedBodies bodies,
      ProductReader reader,
      ObjectMapper json,
      Idempotency idempotency,
      CurrentActor actor) {
    this.receiveImport = receiveImport;
    this.discardImport = discardImport;
    this.startJob = startJob;
    this.bodies = bodies;
    this.reader = reader;
    this.json = json;
    this.idempotency = idempotency;
    this.actor = actor;
  }

  @POST
  @Consumes({NdjsonProducts.MEDIA_TYPE, Csv.MEDIA_TYPE})
  @QueryBudget(16)
  @Operation(
      operationId = "importProducts",
      summary = "Import products",
      description =
          "Needs catalog:write. Each line holds what createProduct takes, as JSON; or as CSV with"
              + " a header row of sku, name, description, category, price.amount, price.currency,"
              + " status and attributes.<name>. A product whose sku no"
              + " living product has is added, another is changed if it differs; of several lines"
              + " of one sku the last one counts. The file may have 1 GiB, a line 256 KiB. The"
              + " answer is the job that carries it out; lines that break a rule are left out and"
              + " reported there. A node receives eight files at once, and answers 503 to more.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = NdjsonProducts.MEDIA_TYPE,
            schema = @Schema(type = SchemaType.STRING, format = "binary", maxLength = MAX_BYTES)),
        @Content(
            mediaType = Csv.MEDIA_TYPE,
            schema = @Schema(type = SchemaType.STRING, format = "binary", maxLength = MAX_BYTES))
      })
  @APIResponseSchema(
      value = JobView.class,
      responseCode = "202",
      responseDescription = "The job that will import them")
  @Refuses(ProblemType.JOB_NOT_UNIQUE)
  public RestResponse<JobView> importProducts(
      InputStream file, @BeanParam ImportTermsParameters parameters, @Context HttpHeaders headers) {
    Actor asking = actor.get();
    asking.require(JobType.PRODUCT_IMPORT.permission());
    JobTerms terms = parameters.read();
    uploads.checkRoom();
    ImportId id =
        uploads.run(
            () ->
                receiveImport.receive(
                    new ReceiveImport.Command(asking, lines(bodies.open(file), headers))));
    RestResponse<JobView> answer = idempotency.execute(() -> started(id, asking, terms));
    if (Idempotency.isReplayed(answer)) {
      discardImport.discard(new DiscardImport.Command(asking, id));
    }
    return answer;
  }

  private Iterator<ImportLine> lines(InputStream file, HttpHeaders headers) {
    return headers.getMediaType().isCompatible(MediaType.valueOf(Csv.MEDIA_TYPE))
        ? new CsvProducts(file, reader, json)
        : new NdjsonProducts(file, reader);
  }

  private RestResponse<JobView> started(ImportId id, Actor asking, JobTerms terms) {
    Job job =
        startJob.start(
            new StartJob.Command(asking, JobType.PRODUCT_IMPORT, new JobId(id.value()), terms));
    return RestResponse.ResponseBuilder.create(
            RestResponse.Status.ACCEPTED, JobView.of(job, asking))
        .location(URI.create(JobView.PATH + "/" + job.id()))
        .build();
  }
}
