package dev.quartermaster.domain.identity;

import dev.quartermaster.domain.shared.Permission;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A bundle of permissions that a user can be given. */
public enum Role {
  /** Everyone who signs up. */
  CUSTOMER(EnumSet.noneOf(Permission.class)),
  /** The people who run the shop. */
  STAFF(
      EnumSet.of(
          Permission.USERS_READ,
          Permission.USERS_WRITE,
          Permission.CATALOG_WRITE,
          Permission.INVENTORY_WRITE,
          Permission.ORDERS_READ,
          Permission.ORDERS_WRITE)),
  /** The people who run the system. */
  ADMIN(EnumSet.allOf(Permission.class));

  private final Set<Permission> permissions;

  Role(Set<Permission> permissions) {
    this.permissions = Set.copyOf(permissions);
  }

  /** What the role allows. */
  public Set<Permission> permissions() {
    return permissions;
  }

  /** The name that clients know, such as {@code staff}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of that code, if there is one. */
  public static Optional<Role> ofCode(String code) {
    return Stream.of(values()).filter(role -> role.code().equals(code)).findFirst();
  }

  /** What several roles allow together. */
  public static Set<Permission> permissionsOf(Collection<Role> roles) {
    EnumSet<Permission> all = EnumSet.noneOf(Permission.class);
    roles.forEach(role -> all.addAll(role.permissions));
    return all;
  }
}
