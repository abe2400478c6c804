package dev.quartermaster.jobs.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.application.ordering.DeferExpiry;
import dev.quartermaster.application.ordering.ExpireOrders;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.jobs.shared.LoggedLines;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class OrderExpiryTest {
  @RegisterExtension final LoggedLines log = new LoggedLines(OrderExpiry.class);

  private final List<OrderId> overdue =
      new ArrayList<>(Stream.generate(() -> new OrderId(UUID.randomUUID())).limit(250).toList());
  private final List<OrderId> deferred = new ArrayList<>();
  private final List<OrderId> expiredAlone = new ArrayList<>();
  private final List<ExpireOrders.Command> commands = new ArrayList<>();

  @Test
  void endsAllOverdueOrdersInBatchesInItsOwnName() {
    expiry(
            command -> {
              commands.add(command);
              return new ExpireOrders.Result(taken(command.limit()).size());
            })
        .run();

    assertThat(overdue).isEmpty();
    assertThat(commands)
        .hasSize(3)
        .allSatisfy(
            command -> {
              assertThat(command.limit()).isEqualTo(100);
              assertThat(command.actor().reference()).isEqualTo("system:order-expiry");
            });
    assertThat(deferred).isEmpty();
  }

  @Test
  void whenABatchFailsItsOrdersAreTriedOneByOneAndTheOthersGoOn() {
    OrderId poison = overdue.get(120);
    List<OrderId> sound = overdue.stream().filter(order -> !order.equals(poison)).toList();
    List<OrderId> expired = new ArrayList<>();
    expiry(
            command -> {
              if (overdue.stream().limit(command.limit()).anyMatch(poison::equals)) {
                throw new IllegalStateException("a defect, told for the test");
              }
              List<OrderId> batch = taken(command.limit());
              expired.addAll(batch);
              return new ExpireOrders.Result(batch.size());
            },
            poison)
        .run();

    expired.addAll(expiredAlone);
    assertThat(expired).containsExactlyInAnyOrderElementsOf(sound);
    assertThat(deferred).hasSize(100).contains(poison);
    assertThat(log.lines())
        .filteredOn(line -> line.contains("could not be ended"))
        .containsExactly("order " + poison + " could not be ended");
  }

  @Test
  void waitsForTheNextRunWhileTheDatabaseIsAway() {
    expiry(
            _ -> {
              throw new Unavailable("The database", null);
            })
        .run();
    assertThat(deferred).isEmpty();
    assertThat(log.lines()).singleElement().asString().startsWith("put off until the next run");
  }

  private OrderExpiry expiry(ExpireOrders expireOrders, OrderId... poison) {
    DeferExpiry defer =
        command -> {
          List<OrderId> batch = taken(command.limit());
          deferred.addAll(batch);
          return batch;
        };
    return new OrderExpiry(
        expireOrders,
        defer,
        command -> {
          if (List.of(poison).contains(command.orderId())) {
            throw new IllegalStateException("a defect, told for the test");
          }
          expiredAlone.add(command.orderId());
        });
  }

  private List<OrderId> taken(int limit) {
    List<OrderId> batch = List.copyOf(overdue.subList(0, Math.min(limit, overdue.size())));
    overdue.removeAll(batch);
    return batch;
  }
}
