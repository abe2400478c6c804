package dev.quartermaster.rest.inventory;

import dev.quartermaster.domain.inventory.InsufficientStock;
import dev.quartermaster.domain.inventory.Shortage;
import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.rest.shared.ProblemExtension;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells which wishes were too large for the stock, and by how much. */
@Singleton
final class ShortageExtension implements ProblemExtension {

  @Override
  public Map<String, Object> of(DomainException refusal) {
    return refusal instanceof InsufficientStock shortage
        ? Map.of(
            "shortages", shortage.shortages().stream().map(ShortageExtension::members).toList())
        : Map.of();
  }

  private static Map<String, Object> members(Shortage shortage) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("field", shortage.field());
    members.put("productId", shortage.productId().value());
    members.put("requested", shortage.requested());
    members.put("available", shortage.available());
    return members;
  }
}
