package dev.quartermaster.domain.ordering;

/** A part of the model, and no port. */
public sealed interface OrderState {
  record Open() implements OrderState {}
}
