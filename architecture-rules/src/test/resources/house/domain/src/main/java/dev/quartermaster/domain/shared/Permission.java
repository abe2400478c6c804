package dev.quartermaster.domain.shared;

public enum Permission {
  ORDERS_READ,
  ORDERS_WRITE
}
