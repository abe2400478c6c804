package dev.quartermaster.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is replayed.
 *
 * @param catalogue the articles
 * @param invoices in their order of arrival, each of them for articles of the catalogue
 */
record Trade(List<CatalogueItem> catalogue, List<Invoice> invoices) {
  Trade {
    catalogue = List.copyOf(catalogue);
    invoices = List.copyOf(invoices);
  }

  /**
   * Reads the files.
   *
   * @throws InvalidArguments when they can't be used
   */
  static Trade read(Path catalogueFile, Path ordersFile) {
    List<CatalogueItem> catalogue = Ndjson.read(catalogueFile, CatalogueItem.class);
    List<Invoice> invoices = Ndjson.read(ordersFile, Invoice.class);
    Set<String> skus = catalogue.stream().map(CatalogueItem::sku).collect(Collectors.toSet());
    for (Invoice invoice : invoices) {
      for (Invoice.Item item : invoice.items()) {
        if (!skus.contains(item.sku())) {
          throw new InvalidArguments(
              "%s: invoice %s sells %s, which is not in %s"
                  .formatted(ordersFile, invoice.invoice(), item.sku(), catalogueFile));
        }
      }
    }
    return new Trade(catalogue, invoices);
  }

  /** How many pieces all invoices together need, by sku. */
  Map<String, Long> needs() {
    Map<String, Long> needs = new HashMap<>();
    for (Invoice invoice : invoices) {
      for (Invoice.Item item : invoice.items()) {
        needs.merge(item.sku(), (long) item.quantity(), Long::sum);
      }
    }
    return needs;
  }

  /** Everyone who buys. */
  Set<String> customers() {
    return invoices.stream().map(Invoice::customer).collect(Collectors.toSet());
  }
}
