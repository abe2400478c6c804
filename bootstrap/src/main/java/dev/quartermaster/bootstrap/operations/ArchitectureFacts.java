package dev.quartermaster.bootstrap.operations;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The architecture report for machines, where the page's link leads from an address without slash.
 */
@Path("/architecture.json")
@PermitAll
@NonBlocking
public final class ArchitectureFacts {

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public String facts() {
    return ArchitectureReportFile.FACTS.read();
  }
}
