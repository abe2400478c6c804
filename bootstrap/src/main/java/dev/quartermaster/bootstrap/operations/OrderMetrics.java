package dev.quartermaster.bootstrap.operations;

import dev.quartermaster.application.ordering.PlaceOrder;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.shared.Outcome;
import dev.quartermaster.domain.shared.UnitOfWork;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.interceptor.Interceptor;
import java.util.List;

/** Counts orders placed, and refused by code, whichever entrance they came through. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
class OrderMetrics implements PlaceOrder {
  private final PlaceOrder placeOrder;
  private final UnitOfWork unitOfWork;
  private final MeterRegistry meters;

  OrderMetrics(@Delegate @Any PlaceOrder placeOrder, UnitOfWork unitOfWork, MeterRegistry meters) {
    this.placeOrder = placeOrder;
    this.unitOfWork = unitOfWork;
    this.meters = meters;
  }

  @Override
  public List<Outcome<Order>> place(List<Command> commands) {
    List<Outcome<Order>> outcomes = placeOrder.place(commands);
    unitOfWork.afterCommit(() -> outcomes.forEach(this::count));
    return outcomes;
  }

  private void count(Outcome<Order> outcome) {
    switch (outcome) {
      case Outcome.Done<Order> _ -> meters.counter("quartermaster.orders.placed").increment();
      case Outcome.Refused<Order>(var refusal) ->
          meters.counter("quartermaster.orders.refused", "code", refusal.code()).increment();
    }
  }
}
