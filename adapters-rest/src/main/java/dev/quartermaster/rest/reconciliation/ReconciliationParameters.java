package dev.quartermaster.rest.reconciliation;

import dev.quartermaster.application.reconciliation.ListDisagreements;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.rest.shared.Identifier;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which part of the orders shall be compared. */
record ReconciliationParameters(
    @Parameter(
            description =
                "Cursor that pagination.next of the part before gave, or empty for the start, with"
                    + " which the stock of all products is compared.")
        @QueryParam("after")
        @Nullable String after,
    @Parameter(
            description = "How many orders to compare, 1 to 400; 400 when left out.",
            example = "400",
            schema =
                @Schema(
                    type = SchemaType.INTEGER,
                    format = "int32",
                    minimum = "1",
                    maximum = "400",
                    defaultValue = "400"))
        @QueryParam("limit")
        @Nullable String limit) {

  /**
   * What the client asks for.
   *
   * @throws InvalidInput naming every parameter at fault
   */
  ListDisagreements.Query read(Actor actor) {
    InvalidInput.collect(this::afterOrder, this::orders);
    return new ListDisagreements.Query(actor, afterOrder(), orders());
  }

  private Optional<OrderId> afterOrder() {
    return Optional.ofNullable(after)
        .filter(cursor -> !cursor.isEmpty())
        .map(
            cursor ->
                new OrderId(
                    Identifier.parse(cursor)
                        .orElseThrow(
                            () ->
                                InvalidInput.of(
                                    "after", "must be a cursor that this list gave, or empty"))));
  }

  private int orders() {
    if (limit == null) {
      return ListDisagreements.MAX_ORDERS;
    }
    if (limit.matches("[0-9]{1,9}")) {
      int wanted = Integer.parseInt(limit);
      if (wanted >= 1 && wanted <= ListDisagreements.MAX_ORDERS) {
        return wanted;
      }
    }
    throw InvalidInput.of(
        "limit", "must be a whole number from 1 to " + ListDisagreements.MAX_ORDERS);
  }
}
