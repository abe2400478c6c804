package dev.quartermaster.bootstrap.endtoend;

import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.rest.shared.Superseded;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** A superseded route, as the API has none yet. */
@Path(OldNewsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public class OldNewsResource {
  static final String PATH = "/test/old-news";

  @GET
  @Path("{id}")
  @PermitAll
  @Operation(hidden = true)
  @Superseded(since = "2026-01-01", sunset = "2027-01-01", by = "/test/news")
  public RestResponse<String> get(@PathParam("id") String id) {
    if (id.equals("none")) {
      throw new NotFound("news", id);
    }
    return RestResponse.ok("{}");
  }
}
