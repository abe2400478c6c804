package dev.quartermaster.jobs.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.application.ordering.ExpireOrders;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OrderExpiryTest {

  @Test
  void endsAllOverdueOrdersInBatchesInItsOwnName() {
    List<ExpireOrders.Command> commands = new ArrayList<>();
    int[] overdue = {250};
    ExpireOrders expireOrders =
        command -> {
          commands.add(command);
          int batch = Math.min(command.limit(), overdue[0]);
          overdue[0] -= batch;
          return new ExpireOrders.Result(batch);
        };

    new OrderExpiry(expireOrders).run();

    assertThat(overdue[0]).isZero();
    assertThat(commands)
        .hasSize(3)
        .allSatisfy(
            command -> {
              assertThat(command.limit()).isEqualTo(100);
              assertThat(command.actor().reference()).isEqualTo("system:order-expiry");
            });
  }
}
