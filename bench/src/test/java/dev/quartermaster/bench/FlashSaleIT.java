package dev.quartermaster.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small flash sale under fire, on the package. */
class FlashSaleIT {
  private final Output output = new Output();

  @TempDir private Path folder;

  @Test
  void nothingIsOversoldLostOrDoneTwice() throws Exception {
    Path report = folder.resolve("sale.md");

    int exitCode =
        FlashSale.run(
            List.of(
                "--buyers", "400",
                "--units", "100",
                "--seconds", "20",
                "--kill-every", "6",
                "--clients", "16",
                "--out", report.toString()),
            Path.of(".."),
            output.screen());

    assertThat(exitCode).as(output.messages() + output.results()).isZero();
    assertThat(output.results()).contains("Nothing was oversold, lost or done twice.");
    assertThat(Files.readString(report))
        .contains("| killed |")
        .contains("| Redis | hung |")
        .contains("| PostgreSQL | crashed |")
        .contains("(sale.svg)");
    assertThat(folder.resolve("sale.svg")).content().startsWith("<svg").contains("node-1");
  }
}
