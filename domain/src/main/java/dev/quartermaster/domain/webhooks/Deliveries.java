package dev.quartermaster.domain.webhooks;

import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The deliveries of all webhooks, in the order in which they were queued. */
public interface Deliveries {

  /** The delivery, if its webhook was not deleted. */
  Optional<Delivery> find(DeliveryId id);

  /** A part of a webhook's deliveries; by default the newest first. */
  Slice<Delivery> list(DeliveryFilter filter, PageRequest<DeliveryField> page);

  /** Queues deliveries, in their order; those of a webhook that was deleted are left out. */
  void add(List<Delivery> deliveries);

  /**
   * Takes deliveries that are due, as {@link Delivery#taken} has them; until the lease ends they
   * are due for nobody else, whichever node asks. Due are, of a webhook that is enabled and does
   * not rest, those whose time has come and before which none of the same thing waits; no more than
   * {@link Delivery#MAX_AT_ONCE} at a time are taken, and of one that is failing no more than one.
   * Each webhook is given its first before any is given its second, those that have not failed
   * before those that have.
   *
   * @param limit how many at the most
   */
  List<Delivery> take(Instant now, int limit);

  /**
   * Stores a delivery after its attempt, unless somebody has taken it since.
   *
   * @param delivery as it is after the attempt that the taker has made
   * @return whether it was stored
   */
  boolean record(Delivery delivery);

  /**
   * Forgets deliveries that were over before that time, and those of webhooks that were deleted.
   *
   * @param limit how many at the most
   * @return how many were forgotten
   */
  int forgetBefore(Instant instant, int limit);
}
