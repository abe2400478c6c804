package dev.quartermaster.bootstrap.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quartermaster.application.catalog.AddMissingProducts;
import dev.quartermaster.application.catalog.ListProducts;
import dev.quartermaster.application.inventory.ReceiveGoods;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductStatus;
import dev.quartermaster.domain.catalog.Sku;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.UnitOfWork;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Fills an empty catalogue with a real shop's, with some stock of everything. */
@Singleton
final class DemoShop {
  private static final Logger LOG = Logger.getLogger(DemoShop.class);
  private static final String CATALOGUE = "/demo/catalogue.ndjson";
  private static final long STOCK = 1_000;
  private static final Actor ACTOR = new Actor.SystemProcess("demo-shop");

  private final UnitOfWork unitOfWork;
  private final ListProducts listProducts;
  private final AddMissingProducts addMissingProducts;
  private final ReceiveGoods receiveGoods;
  private final ObjectMapper json;
  private final boolean wanted;

  DemoShop(
      UnitOfWork unitOfWork,
      ListProducts listProducts,
      AddMissingProducts addMissingProducts,
      ReceiveGoods receiveGoods,
      ObjectMapper json,
      @ConfigProperty(name = "quartermaster.demo.data", defaultValue = "false") boolean wanted) {
    this.unitOfWork = unitOfWork;
    this.listProducts = listProducts;
    this.addMissingProducts = addMissingProducts;
    this.receiveGoods = receiveGoods;
    this.json = json;
    this.wanted = wanted;
  }

  void load(@Observes StartupEvent start) {
    if (wanted && isCatalogueEmpty()) {
      int count = unitOfWork.inTransaction(() -> stocked(readCatalogue())).size();
      LOG.infof("Loaded the demo catalogue: %d products", count);
    }
  }

  private boolean isCatalogueEmpty() {
    return listProducts
        .list(
            new ListProducts.Query(
                ACTOR,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Map.of(),
                new PageRequest<>(new PageRequest.After(""), 1, List.of())))
        .items()
        .isEmpty();
  }

  private List<Product> stocked(List<Product.Details> catalogue) {
    List<Product> added = addMissingProducts.add(new AddMissingProducts.Command(ACTOR, catalogue));
    receiveGoods.receive(
        new ReceiveGoods.Command(
            ACTOR,
            added.stream().map(product -> new ReceiveGoods.Line(product.id(), STOCK)).toList(),
            "demo stock"));
    return added;
  }

  private List<Product.Details> readCatalogue() {
    try (InputStream stream = DemoShop.class.getResourceAsStream(CATALOGUE)) {
      if (stream == null) {
        throw new IllegalStateException("the resource " + CATALOGUE + " is missing");
      }
      return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
          .lines()
          .map(this::details)
          .toList();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private Product.Details details(String line) {
    JsonNode product = read(line);
    return new Product.Details(
        new Sku(product.get("sku").textValue()),
        product.get("name").textValue(),
        "",
        Optional.empty(),
        new Money(
            product.at("/price/amount").longValue(),
            Currency.getInstance(product.at("/price/currency").textValue())),
        Map.of(),
        ProductStatus.ACTIVE);
  }

  private JsonNode read(String line) {
    try {
      return json.readTree(line);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
