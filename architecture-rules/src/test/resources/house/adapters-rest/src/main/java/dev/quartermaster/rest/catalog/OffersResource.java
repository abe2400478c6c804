package dev.quartermaster.rest.catalog;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("offers")
public class OffersResource {
  @GET
  public void undecided() {}
}
