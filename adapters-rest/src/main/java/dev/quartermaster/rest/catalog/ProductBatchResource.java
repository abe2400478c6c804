package dev.quartermaster.rest.catalog;

import dev.quartermaster.application.catalog.ApplyProductBatch;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ExpectedVersion;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.rest.shared.CurrentActor;
import dev.quartermaster.rest.shared.Idempotent;
import dev.quartermaster.rest.shared.Identifier;
import dev.quartermaster.rest.shared.Preconditions;
import dev.quartermaster.rest.shared.Problem;
import dev.quartermaster.rest.shared.ProblemException;
import dev.quartermaster.rest.shared.Problems;
import dev.quartermaster.rest.shared.QueryBudget;
import io.quarkus.security.Authenticated;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Many changes of the catalogue in one request. */
@Path(ProductView.PATH + "/batch")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Idempotent
@Authenticated
@Tag(name = "Products", description = "The catalogue")
public class ProductBatchResource {
  private final ApplyProductBatch applyProductBatch;
  private final ProductReader reader;
  private final Problems problems;
  private final CurrentVertxRequest request;
  private final CurrentActor actor;

  ProductBatchResource(
      ApplyProductBatch applyProductBatch,
      ProductReader reader,
      Problems problems,
      CurrentVertxRequest request,
      CurrentActor actor) {
    this.applyProductBatch = applyProductBatch;
    this.reader = reader;
    this.problems = problems;
    this.request = request;
    this.actor = actor;
  }

  @POST
  @QueryBudget(12)
  @Operation(
      operationId = "applyProductBatch",
      summary = "Create, edit and delete many products",
      description =
          "Needs catalog:write. Up to 500 operations, one after the other; each is accepted or"
              + " refused by itself, and its result tells what a request of its own would have been"
              + " answered. A sku that an edit gives up is free after the batch. An Idempotency-Key"
              + " holds for the batch as a whole.")
  public RestResponse<BatchView> apply(
      @NotNull(message = "must be a JSON object") @Valid BatchRequest batch) {
    Actor asking = actor.get();
    List<Read> read = batch.operations().stream().map(this::read).toList();
    Iterator<ApplyProductBatch.Outcome> outcomes =
        applyProductBatch
            .apply(
                new ApplyProductBatch.Command(
                    asking, read.stream().flatMap(each -> each.operation().stream()).toList()))
            .iterator();
    List<BatchView.Result> results = new ArrayList<>();
    for (Read each : read) {
      results.add(
          each.refusal()
              .map(ProductBatchResource::refused)
              .orElseGet(() -> result(outcomes.next(), asking)));
    }
    return RestResponse.ok(new BatchView(results));
  }

  /** What is not sound is refused before its turn, so that the others can go on. */
  private Read read(BatchRequest.Operation operation) {
    try {
      return new Read(Optional.of(understood(operation)), Optional.empty());
    } catch (DomainException refusal) {
      return new Read(Optional.empty(), Optional.of(problems.of(refusal, request.getCurrent())));
    } catch (ProblemException misuse) {
      return new Read(Optional.empty(), Optional.of(problems.of(misuse, request.getCurrent())));
    }
  }

  private ApplyProductBatch.Operation understood(BatchRequest.Operation operation) {
    return switch (operation.op()) {
      case "create" -> {
        CreateProductRequest product = given("product", operation.product());
        reader.check(product);
        yield new ApplyProductBatch.Create(product.toDetails());
      }
      case "edit" -> {
        ProductId id = productId(operation);
        ExpectedVersion expected = Preconditions.expected(operation.ifMatch());
        EditProductRequest changes = given("changes", operation.changes());
        reader.check(changes);
        yield new ApplyProductBatch.Edit(id, expected, changes.toChanges());
      }
      default ->
          new ApplyProductBatch.Delete(
              productId(operation), Preconditions.expected(operation.ifMatch()));
    };
  }

  private static ProductId productId(BatchRequest.Operation operation) {
    return new ProductId(Identifier.of("id", given("id", operation.id())));
  }

  private static <T> T given(String field, @Nullable T value) {
    if (value == null) {
      throw InvalidInput.of(field, "must be given");
    }
    return value;
  }

  private BatchView.Result result(ApplyProductBatch.Outcome outcome, Actor asking) {
    return switch (outcome) {
      case ApplyProductBatch.Created(var product) -> shown(201, product, asking);
      case ApplyProductBatch.Edited(var product) -> shown(200, product, asking);
      case ApplyProductBatch.Deleted() -> new BatchView.Result(204, null, null, null);
      case ApplyProductBatch.Refused(var reason) ->
          refused(problems.of(reason, request.getCurrent()));
    };
  }

  private static BatchView.Result shown(int status, Product product, Actor asking) {
    return new BatchView.Result(
        status,
        '"' + Preconditions.tag(product.version()).getValue() + '"',
        ProductView.of(product, asking),
        null);
  }

  private static BatchView.Result refused(Problem problem) {
    return new BatchView.Result(problem.status(), null, null, problem);
  }

  /** An operation, or why it is none. */
  private record Read(Optional<ApplyProductBatch.Operation> operation, Optional<Problem> refusal) {}
}
