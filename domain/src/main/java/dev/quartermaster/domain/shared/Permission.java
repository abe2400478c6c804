package dev.quartermaster.domain.shared;

import java.util.Optional;
import java.util.stream.Stream;

/** What an actor may be allowed to do beyond caring for their own things. */
public enum Permission {
  USERS_READ("users:read"),
  USERS_WRITE("users:write"),
  CATALOG_WRITE("catalog:write"),
  INVENTORY_WRITE("inventory:write"),
  ORDERS_READ("orders:read"),
  ORDERS_WRITE("orders:write"),
  WEBHOOKS_WRITE("webhooks:write"),
  JOBS_WRITE("jobs:write"),
  AUDIT_READ("audit:read"),
  KEYS_WRITE("keys:write");

  private final String code;

  Permission(String code) {
    this.code = code;
  }

  /** The name that clients know, such as {@code orders:read}. */
  public String code() {
    return code;
  }

  /** The permission of that code, if there is one. */
  public static Optional<Permission> ofCode(String code) {
    return Stream.of(values()).filter(permission -> permission.code.equals(code)).findFirst();
  }
}
