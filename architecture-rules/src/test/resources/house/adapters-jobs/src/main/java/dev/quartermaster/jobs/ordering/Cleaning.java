package dev.quartermaster.jobs.ordering;

import dev.quartermaster.application.ordering.ListOrders;
import dev.quartermaster.domain.shared.Actor;
import io.quarkus.scheduler.Scheduled;

final class Cleaning {
  private final ListOrders listOrders;

  Cleaning(ListOrders listOrders) {
    this.listOrders = listOrders;
  }

  @Scheduled(every = "5s")
  void run() {
    listOrders.list(new Actor("cleaning"));
  }
}
