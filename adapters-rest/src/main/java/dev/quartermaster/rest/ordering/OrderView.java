package dev.quartermaster.rest.ordering;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.ordering.NewOrder;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderLine;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.rest.shared.MoneyBody;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An order as clients see it. */
@Schema(name = "Order", description = "A customer's order")
record OrderView(
    @Schema(description = "Identifies the order") UUID id,
    @Schema(
            description = "By which people name the order",
            maxLength = 19,
            pattern = "^[0-9]+$",
            examples = "100001")
        String number,
    @Schema(description = "Who ordered") UUID customerId,
    @Schema(
            description =
                "pending_payment, confirmed, shipped, delivered, cancelled, expired or refunded",
            enumeration = {
              "pending_payment",
              "confirmed",
              "shipped",
              "delivered",
              "cancelled",
              "expired",
              "refunded"
            },
            examples = "pending_payment")
        String status,
    @Schema(description = "What was ordered", maxItems = NewOrder.MAX_LINES) List<Line> items,
    @Schema(description = "What it costs") MoneyBody total,
    @Schema(description = "Until when it waits for its payment") Instant expiresAt,
    @Schema(description = "When it was placed") Instant createdAt,
    @Schema(description = "When it last changed") Instant updatedAt,
    @Schema(description = "What can be done next, by name") Map<String, String> links) {
  static final String PATH = "/api/v1/orders";

  OrderView {
    items = List.copyOf(items);
  }

  static OrderView of(Order order, Actor actor) {
    return of(order, Map.of(), actor);
  }

  /** The view with those of the products that are known, within the lines. */
  static OrderView of(Order order, Map<UUID, Object> products, Actor actor) {
    return new OrderView(
        order.id().value(),
        Long.toString(order.number()),
        order.customerId().value(),
        order.status().code(),
        order.lines().stream().map(line -> Line.of(line, products)).toList(),
        MoneyBody.of(order.total()),
        order.expiresAt(),
        order.createdAt(),
        order.updatedAt(),
        links(order, actor));
  }

  private static Map<String, String> links(Order order, Actor actor) {
    String self = PATH + "/" + order.id();
    Map<String, String> links = new LinkedHashMap<>();
    links.put("self", self);
    links.put("history", self + "/history");
    if (order.isCancellable()
        && (actor.is(order.customerId()) || actor.may(Permission.ORDERS_WRITE))) {
      links.put("cancel", self + "/cancel");
    }
    if (order.isPayable() && actor.is(order.customerId())) {
      links.put("payments", self + "/payments");
    }
    if (order.isShippable() && actor.may(Permission.ORDERS_WRITE)) {
      links.put("ship", self + "/ship");
    }
    if (order.isDeliverable() && actor.may(Permission.ORDERS_WRITE)) {
      links.put("deliver", self + "/deliver");
    }
    if (order.isRefundable() && actor.may(Permission.ORDERS_WRITE)) {
      links.put("refund", self + "/refund");
    }
    return links;
  }

  /** A line of an order, with the product as it was when the order was placed. */
  @Schema(name = "OrderLine", description = "A line of an order")
  record Line(
      @Schema(description = "The product") UUID productId,
      @Schema(description = "Its sku when it was ordered", maxLength = 64, examples = "85123A")
          String sku,
      @Schema(
              description = "Its name when it was ordered",
              maxLength = Product.MAX_NAME_LENGTH,
              examples = "WHITE HANGING HEART")
          String name,
      @Schema(description = "How many pieces", minimum = "1", examples = "6") int quantity,
      @Schema(description = "Its price when it was ordered") MoneyBody unitPrice,
      @Schema(description = "What the line costs") MoneyBody lineTotal,
      @Schema(
              description =
                  "The product as it is now, unless it is gone; with expand=items.product",
              ref = "#/components/schemas/Product")
          @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable Object product) {

    static Line of(OrderLine line, Map<UUID, Object> products) {
      return new Line(
          line.productId().value(),
          line.sku(),
          line.name(),
          line.quantity(),
          MoneyBody.of(line.unitPrice()),
          MoneyBody.of(line.total()),
          products.get(line.productId().value()));
    }
  }
}
