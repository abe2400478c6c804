package dev.quartermaster.bootstrap.operations;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The architecture report, as a page or, for those who ask for it, as JSON. */
@Path("/architecture")
@PermitAll
@NonBlocking
public final class ArchitecturePage {
  private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

  @GET
  @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
  @Operation(hidden = true)
  public RestResponse<String> report(@Context Request request) {
    Variant variant =
        request.selectVariant(
            Variant.mediaTypes(MediaType.TEXT_HTML_TYPE, MediaType.APPLICATION_JSON_TYPE).build());
    return MediaType.APPLICATION_JSON_TYPE.equals(variant.getMediaType())
        ? answer(ArchitectureReportFile.FACTS, MediaType.APPLICATION_JSON_TYPE)
        : answer(ArchitectureReportFile.PAGE, HTML);
  }

  @GET
  @Path("architecture.json")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public String facts() {
    return ArchitectureReportFile.FACTS.read();
  }

  private static RestResponse<String> answer(ArchitectureReportFile file, MediaType type) {
    return RestResponse.ResponseBuilder.ok(file.read())
        .type(type)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .build();
  }
}
