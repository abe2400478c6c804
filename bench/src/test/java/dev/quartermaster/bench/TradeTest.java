package dev.quartermaster.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TradeTest {
  private static final String CATALOGUE =
      """
      {"sku":"A","name":"Doggy rubber","price":{"amount":21,"currency":"GBP"}}
      {"sku":"B","name":"Globe","price":{"amount":85,"currency":"GBP"}}
      """;

  @TempDir private Path folder;

  @Test
  void needsAreSummedOverInvoicesAndRepeatedLines() throws IOException {
    Trade trade =
        read(
            CATALOGUE,
            """
            {"invoice":"1","customer":"7","country":"France","items":[{"sku":"A","quantity":2},{"sku":"A","quantity":3}]}
            {"invoice":"2","customer":null,"items":[{"sku":"A","quantity":1},{"sku":"B","quantity":4}]}
            """);

    assertThat(trade.needs()).isEqualTo(Map.of("A", 6L, "B", 4L));
    assertThat(trade.customers()).containsExactlyInAnyOrder("7", Invoice.GUEST);
  }

  @Test
  void aLineThatIsNoInvoiceIsNamed() {
    assertThatInvalid(
            "{\"invoice\":\"1\",\"items\":[{\"sku\":\"A\",\"quantity\":1}]}\n{\"invoice\":")
        .withMessageContaining("orders.ndjson:2: ");
    assertThatInvalid("{\"invoice\":\"1\"}").withMessageContaining("items are missing");
    assertThatInvalid("{\"invoice\":\"1\",\"items\":[{\"sku\":\"A\"}]}")
        .withMessageContaining("orders.ndjson:1: ");
  }

  @Test
  void anArticleOutsideTheCatalogueIsNamed() {
    assertThatInvalid("{\"invoice\":\"1\",\"items\":[{\"sku\":\"C\",\"quantity\":1}]}")
        .withMessageContaining("invoice 1 sells C, which is not in");
  }

  @Test
  void filesThatHoldNothingOrAreNotThereAreNamed() {
    assertThatInvalid("\n").withMessageEndingWith("orders.ndjson: holds no lines");
    assertThatExceptionOfType(InvalidArguments.class)
        .isThrownBy(() -> Ndjson.read(folder.resolve("none"), Invoice.class))
        .withMessageEndingWith("none: no such file");
  }

  private org.assertj.core.api.ThrowableAssertAlternative<InvalidArguments> assertThatInvalid(
      String orders) {
    return assertThatExceptionOfType(InvalidArguments.class)
        .isThrownBy(() -> read(CATALOGUE, orders));
  }

  private Trade read(String catalogue, String orders) throws IOException {
    return Trade.read(
        Files.writeString(folder.resolve("catalogue.ndjson"), catalogue),
        Files.writeString(folder.resolve("orders.ndjson"), orders));
  }

  @Test
  void theFilesOfTheProjectFitTogether() {
    Path root = Path.of("..");
    Trade trade =
        Trade.read(
            root.resolve("bootstrap/src/main/resources/demo/catalogue.ndjson"),
            root.resolve("bench/data/orders.ndjson"));

    assertThat(trade.catalogue()).hasSize(2_690);
    assertThat(trade.invoices()).hasSize(724);
    assertThat(List.copyOf(trade.customers())).hasSize(506);
  }
}
