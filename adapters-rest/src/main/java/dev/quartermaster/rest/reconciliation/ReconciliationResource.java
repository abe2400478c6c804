package dev.quartermaster.rest.reconciliation;

import dev.quartermaster.application.reconciliation.ListDisagreements;
import dev.quartermaster.rest.shared.CurrentActor;
import dev.quartermaster.rest.shared.ListView;
import dev.quartermaster.rest.shared.Lists;
import dev.quartermaster.rest.shared.QueryBudget;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The reconciliation. */
@Path(DisagreementView.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Reconciliation", description = "Whether orders, payments and stock agree")
public class ReconciliationResource {
  private final ListDisagreements listDisagreements;
  private final CurrentActor actor;

  ReconciliationResource(ListDisagreements listDisagreements, CurrentActor actor) {
    this.listDisagreements = listDisagreements;
    this.actor = actor;
  }

  @GET
  @QueryBudget(18)
  @Operation(
      operationId = "getReconciliation",
      summary = "Compare orders, payments and stock",
      description =
          "Needs orders:read. Names what disagrees between orders, payments, the gateway's books"
              + " and the stock; data is empty when all is well. Compares the newest orders, all"
              + " stock and the gateway's newest charges; pagination.next leads to older"
              + " orders. When the gateway does not answer, data says so.")
  public RestResponse<ListView<DisagreementView>> get(
      @BeanParam ReconciliationParameters parameters, @Context UriInfo uri) {
    return Lists.show(
        listDisagreements.list(parameters.read(actor.get())),
        DisagreementView.class,
        DisagreementView::of,
        uri);
  }
}
