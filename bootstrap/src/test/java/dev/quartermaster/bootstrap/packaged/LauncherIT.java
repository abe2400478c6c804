package dev.quartermaster.bootstrap.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher has a class path of its own, on which everything has to be found again. */
class LauncherIT {
  private static final int ENDED_BY_SIGTERM = 128 + 15;

  @TempDir private Path home;

  @Test
  void whatItStartsSellsAndStopsAsThePackageDoes() throws Exception {
    try (RunningNode node = RunningNode.startByLauncher(home)) {
      Caller customer = Shop.newCustomer(node);
      String product = Shop.newProduct(Shop.administrator(node), 3);

      Shop.order(customer, Shop.pieces(2, product), "one-key").expecting(201);
      assertThat(Shop.stock(customer, product)).isEqualTo(new Shop.Stock(1, 2, 3));

      node.terminate();
      assertThat(node.awaitEnd()).isIn(0, ENDED_BY_SIGTERM);
      assertThat(node.errors()).isEmpty();
    }
  }
}
