package dev.quartermaster.domain.ordering;

import dev.quartermaster.domain.shared.UserId;
import java.util.Optional;

/**
 * Which orders a list holds; every condition given must be met.
 *
 * @param status exactly this state
 * @param customerId orders of this customer
 */
public record OrderFilter(Optional<OrderStatus> status, Optional<UserId> customerId) {}
