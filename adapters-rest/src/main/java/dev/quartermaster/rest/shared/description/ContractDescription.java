package dev.quartermaster.rest.shared.description;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/**
 * Completes the API's description when the application is built: with whatever follows from what a
 * resource method is, so that a new one has it by itself.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ContractDescription implements OASFilter {
  private final IndexView index;

  public ContractDescription(IndexView index) {
    this.index = index;
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    api.addServer(
        OASFactory.createServer()
            .url("/")
            .description("The server that gives this description, be it local or in production")
            .addExtension("x-internal", false));
    Schemas schemas = new Schemas(api, index);
    schemas.complete();
    List<DescribedOperation> operations = DescribedOperation.all(api, index);
    ProblemResponses problems = new ProblemResponses(api);
    Headers.declare(api.getComponents());
    RequestParameters.declare(api.getComponents());
    for (DescribedOperation operation : operations) {
      RequestParameters.complete(operation);
      Successes.complete(operation, schemas);
      problems.addTo(operation);
      if (operation.isOpen()) {
        operation.operation().addSecurityRequirement(OASFactory.createSecurityRequirement());
      }
    }
  }
}
