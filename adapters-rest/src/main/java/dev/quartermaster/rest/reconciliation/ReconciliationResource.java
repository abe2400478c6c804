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

  /** The simulated gateway is asked in two statements for each of 50 payments at the most. */
  @GET
  @QueryBudget(120)
  @Operation(
      operationId = "getReconciliation",
      summary = "Compare orders, payments and stock",
      description =
          "Needs orders:read. Names what disagrees between orders, payments, the gateway's books"
              + " and the stock; data is empty when all is well. Compares the newest orders and"
              + " all stock; pagination.next leads to older orders. The gateway is asked about 50"
              + " payments of a part at the most, those first whose end is not known.")
  public RestResponse<ListView<DisagreementView>> get(
      @BeanParam ReconciliationParameters parameters, @Context UriInfo uri) {
    return Lists.show(
        listDisagreements.list(parameters.read(actor.get())),
        DisagreementView.class,
        DisagreementView::of,
        uri);
  }
}
