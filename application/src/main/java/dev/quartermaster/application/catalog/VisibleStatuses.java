package dev.quartermaster.application.catalog;

import dev.quartermaster.domain.catalog.ProductStatus;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Permission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Which products somebody may see in a list. */
final class VisibleStatuses {
  private VisibleStatuses() {}

  /**
   * The status that is wanted, or all that the actor may see.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when somebody who has not signed in
   *     wants another than active
   * @throws dev.quartermaster.domain.shared.Forbidden when a user wants one that they may not see
   */
  static Set<ProductStatus> of(Actor actor, Optional<ProductStatus> wanted) {
    boolean seesAll = actor.may(Permission.CATALOG_WRITE);
    if (wanted.isPresent()) {
      if (!seesAll && wanted.get() != ProductStatus.ACTIVE) {
        actor.require(Permission.CATALOG_WRITE);
      }
      return Set.of(wanted.get());
    }
    return seesAll ? EnumSet.allOf(ProductStatus.class) : Set.of(ProductStatus.ACTIVE);
  }
}
