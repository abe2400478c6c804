package dev.quartermaster.rest.inventory;

import dev.quartermaster.domain.inventory.StockLevel;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The stock of a product as clients see it. */
@Schema(name = "Stock", description = "How many pieces of a product there are")
record StockView(
    @Schema(description = "Pieces that can be ordered", minimum = "0", examples = "94")
        long available,
    @Schema(description = "Pieces promised to orders", minimum = "0", examples = "6") long reserved,
    @Schema(description = "Pieces in the warehouse", minimum = "0", examples = "100") long onHand,
    @Schema(description = "What can be done next, by name") Map<String, String> links) {

  static StockView of(StockLevel level) {
    String product = "/api/v1/products/" + level.productId();
    Map<String, String> links = new LinkedHashMap<>();
    links.put("self", product + "/stock");
    links.put("product", product);
    return new StockView(level.available(), level.reserved(), level.onHand(), links);
  }
}
