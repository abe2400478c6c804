package dev.quartermaster.rest.jobs;

import dev.quartermaster.application.jobs.CancelJob;
import dev.quartermaster.application.jobs.GetJob;
import dev.quartermaster.application.jobs.ListJobs;
import dev.quartermaster.application.jobs.ListRejectedLines;
import dev.quartermaster.application.jobs.RetryJob;
import dev.quartermaster.domain.jobs.Job;
import dev.quartermaster.domain.jobs.JobField;
import dev.quartermaster.domain.jobs.JobId;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.rest.shared.CurrentActor;
import dev.quartermaster.rest.shared.Idempotent;
import dev.quartermaster.rest.shared.Identifier;
import dev.quartermaster.rest.shared.ListParameters;
import dev.quartermaster.rest.shared.ListView;
import dev.quartermaster.rest.shared.Lists;
import dev.quartermaster.rest.shared.Preconditions;
import dev.quartermaster.rest.shared.ProblemType;
import dev.quartermaster.rest.shared.QueryBudget;
import dev.quartermaster.rest.shared.description.Refuses;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Work in the background. */
@Path(JobView.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Idempotent
@Authenticated
@Tag(name = "Jobs", description = "Work in the background")
public class JobsResource {
  private final GetJob getJob;
  private final ListJobs listJobs;
  private final ListRejectedLines listRejectedLines;
  private final CancelJob cancelJob;
  private final RetryJob retryJob;
  private final CurrentActor actor;

  JobsResource(
      GetJob getJob,
      ListJobs listJobs,
      ListRejectedLines listRejectedLines,
      CancelJob cancelJob,
      RetryJob retryJob,
      CurrentActor actor) {
    this.getJob = getJob;
    this.listJobs = listJobs;
    this.listRejectedLines = listRejectedLines;
    this.cancelJob = cancelJob;
    this.retryJob = retryJob;
    this.actor = actor;
  }

  @GET
  @QueryBudget(4)
  @Operation(
      operationId = "listJobs",
      summary = "List jobs",
      description =
          "One's own jobs, or with jobs:write everybody's. Sorts by createdAt; the newest come"
              + " first. Those with state=failed were given up and wait for somebody to retry them;"
              + " a job is kept for seven days after it was over.")
  public RestResponse<ListView<JobView>> list(
      @BeanParam JobFilterParameters filter,
      @BeanParam ListParameters parameters,
      @Context UriInfo uri) {
    Actor asking = actor.get();
    InvalidInput.collect(filter::read, () -> parameters.asPageRequest(JobField.class, uri));
    JobFilterParameters.Conditions conditions = filter.read();
    return Lists.show(
        listJobs.list(
            new ListJobs.Query(
                asking,
                conditions.type(),
                conditions.state(),
                conditions.queue(),
                parameters.asPageRequest(JobField.class, uri))),
        JobView.class,
        job -> JobView.of(job, asking),
        uri);
  }

  @GET
  @Path("{id}")
  @QueryBudget(3)
  @Operation(
      operationId = "getJob",
      summary = "Read a job",
      description = "One's own job, or with jobs:write any: how far it has come.")
  public RestResponse<JobView> get(@PathParam("id") String id) {
    Actor asking = actor.get();
    return shown(getJob.get(new GetJob.Query(asking, jobId(id))), asking);
  }

  @GET
  @Path("{id}/rejected-lines")
  @QueryBudget(4)
  @Operation(
      operationId = "listRejectedLines",
      summary = "List what a job left out",
      description =
          "The lines that break a rule, by their numbers; the first "
              + Job.MAX_REJECTED_LINES
              + " of them are kept.")
  public RestResponse<ListView<RejectedLineView>> rejectedLines(
      @PathParam("id") String id, @Context UriInfo uri) {
    return Lists.showWhole(
        listRejectedLines.list(new ListRejectedLines.Query(actor.get(), jobId(id))),
        RejectedLineView.class,
        RejectedLineView::of,
        uri);
  }

  @POST
  @Path("{id}/cancel")
  @QueryBudget(10)
  @Operation(
      operationId = "cancelJob",
      summary = "Cancel a job",
      description =
          "One's own job, or with jobs:write any, while it is queued or running. What it has done"
              + " stays, and it can be retried.")
  @Refuses(ProblemType.JOB_NOT_CANCELLABLE)
  public RestResponse<JobView> cancel(@PathParam("id") String id) {
    Actor asking = actor.get();
    return shown(cancelJob.cancel(new CancelJob.Command(asking, jobId(id))), asking);
  }

  @POST
  @Path("{id}/retry")
  @QueryBudget(12)
  @Operation(
      operationId = "retryJob",
      summary = "Retry a job",
      description =
          "Needs jobs:write. A job that failed or was cancelled is queued again and goes on where"
              + " it stopped, in the name of whoever asked for it.")
  @Refuses({ProblemType.JOB_NOT_RETRYABLE, ProblemType.JOB_NOT_UNIQUE})
  public RestResponse<JobView> retry(@PathParam("id") String id) {
    Actor asking = actor.get();
    return shown(retryJob.retry(new RetryJob.Command(asking, jobId(id))), asking);
  }

  private static JobId jobId(String id) {
    return new JobId(Identifier.of("id", id));
  }

  private static RestResponse<JobView> shown(Job job, Actor asking) {
    return RestResponse.ResponseBuilder.ok(JobView.of(job, asking))
        .tag(Preconditions.tag(job.version()))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }
}
