package dev.quartermaster.rest.shared.description;

import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The answers to requests that succeed. */
final class Successes {
  private static final Set<String> WITH_LOCATION = Set.of("201", "202", "303");

  private final DescribedOperation operation;
  private final Schemas schemas;

  private Successes(DescribedOperation operation, Schemas schemas) {
    this.operation = operation;
    this.schemas = schemas;
  }

  /** Describes what each of them shows, and the headers that go with it. */
  static void complete(DescribedOperation operation, Schemas schemas) {
    Successes successes = new Successes(operation, schemas);
    operation.successes().forEach(successes::complete);
    if (operation.shows()) {
      operation.operation().getResponses().addAPIResponse("304", successes.notModified());
    }
  }

  private void complete(String status, APIResponse response) {
    Schemas.shownBy(response)
        .map(schemas::at)
        .ifPresent(schema -> response.setDescription(schema.getDescription() + "."));
    Headers.addTo(response, operation.isCounted());
    if (WITH_LOCATION.contains(status) && (response.getContent() != null || status.equals("303"))) {
      Headers.LOCATION.addTo(response);
    }
    if (response.getContent() != null && !operation.streams()) {
      Headers.ENTITY_TAG.addTo(response);
    }
    if (Schemas.shownBy(response)
        .filter(shown -> schemas.hasProperty(shown, "pagination"))
        .isPresent()) {
      Headers.LINK.addTo(response);
    }
    if (operation.isRepeatable()) {
      Headers.REPLAYED.addTo(response);
    }
  }

  private APIResponse notModified() {
    APIResponse response =
        OASFactory.createAPIResponse().description("The client has this version already.");
    Headers.addTo(response, operation.isCounted());
    Headers.ENTITY_TAG.addTo(response);
    return response;
  }
}
