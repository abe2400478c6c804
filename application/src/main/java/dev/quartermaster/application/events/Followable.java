package dev.quartermaster.application.events;

import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.PublishedEvent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The things whose events can be followed, and what one needs for that. */
enum Followable {
  ORDER(Permission.ORDERS_READ),
  PAYMENT(Permission.ORDERS_READ),
  PRODUCT(Permission.CATALOG_WRITE),
  USER(Permission.USERS_READ);

  private final Permission permission;

  Followable(Permission permission) {
    this.permission = permission;
  }

  Permission permission() {
    return permission;
  }

  /** The thing that an event names as its aggregate's type. */
  static Optional<Followable> ofCode(String code) {
    return Arrays.stream(values()).filter(thing -> thing.code().equals(code)).findFirst();
  }

  /** The thing that a client names. */
  static Followable of(String field, String code) {
    return ofCode(code)
        .orElseThrow(
            () ->
                InvalidInput.of(
                    field,
                    "names no such thing as "
                        + code
                        + "; known are "
                        + Arrays.stream(values())
                            .map(Followable::code)
                            .collect(Collectors.joining(", "))));
  }

  /** Whether the actor may know of the event; nobody may of things that nobody decided on. */
  static boolean mayKnow(Actor actor, PublishedEvent event) {
    return ofCode(event.aggregateType()).filter(thing -> actor.may(thing.permission)).isPresent();
  }

  private String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
