package dev.quartermaster.domain.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message for one webhook. It is queued, taken by some node, and attempted until the receiver
 * takes it or {@value #MAX_ATTEMPTS} attempts have failed, which takes a day. What happened to one
 * thing reaches a webhook in order: a delivery waits for those of the same thing that were queued
 * before it, until they are over.
 *
 * @param id never changes
 * @param webhookId which webhook it is for
 * @param message what is delivered
 * @param state how far it has come
 * @param attempts how often sending it was begun
 * @param nextAttemptAt before when it is not sent; while it is being sent, when its lease ends
 * @param lastAttempt the last attempt that is over
 * @param createdAt when it was queued
 * @param updatedAt when it last changed
 * @param version counts the changes, from 1
 */
public record Delivery(
    DeliveryId id,
    WebhookId webhookId,
    Message message,
    DeliveryState state,
    int attempts,
    Instant nextAttemptAt,
    Optional<Attempt> lastAttempt,
    Instant createdAt,
    Instant updatedAt,
    long version) {
  /** How long a delivery is left to whoever took it; longer than an attempt takes. */
  public static final Duration LEASE = Duration.ofMinutes(1);

  /** How many deliveries of a webhook are sent at the same time; of one that fails, one. */
  public static final int MAX_AT_ONCE = 4;

  /** How often a delivery is attempted before it is given up. */
  public static final int MAX_ATTEMPTS = 10;

  /** How long a delivery that is over is kept. */
  public static final Duration RETENTION = Duration.ofDays(30);

  /** By the number of attempts made; with the jitter they add up to less than a day. */
  private static final List<Duration> DELAYS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(6),
          Duration.ofHours(11));

  private static final int PER_MILLE = 1_000;
  private static final int MAX_JITTER = 100;

  /** A delivery to be made at once. */
  public static Delivery queued(DeliveryId id, WebhookId webhookId, Message message, Instant at) {
    return new Delivery(
        id, webhookId, message, DeliveryState.PENDING, 0, at, Optional.empty(), at, at, 1);
  }

  /** The delivery as the node has it that has taken it, with the attempt counted. */
  public Delivery taken(Instant at) {
    return new Delivery(
        id,
        webhookId,
        message,
        DeliveryState.SENDING,
        attempts + 1,
        at.plus(LEASE),
        lastAttempt,
        createdAt,
        at,
        version + 1);
  }

  /** The delivery, put back without an attempt. */
  public Delivery putBack(Instant at) {
    return new Delivery(
        id,
        webhookId,
        message,
        DeliveryState.PENDING,
        attempts - 1,
        at,
        lastAttempt,
        createdAt,
        at,
        version + 1);
  }

  /** Whether all attempts were begun, and whoever began the last one never told its end. */
  public boolean isWornOut() {
    return attempts > MAX_ATTEMPTS;
  }

  /** The delivery, given up without another attempt. */
  public Delivery parked(Instant at) {
    return new Delivery(
        id,
        webhookId,
        message,
        DeliveryState.DEAD,
        attempts - 1,
        at,
        lastAttempt,
        createdAt,
        at,
        version + 1);
  }

  /**
   * The delivery after an attempt: delivered; given up, if the receiver is gone or this was the
   * last attempt; or to be tried again after a time that grows with each attempt. Up to a tenth of
   * it is added, which differs from one delivery to another, so that those that failed together do
   * not come back together.
   */
  public Delivery attempted(Attempt attempt, Instant at) {
    DeliveryState next = stateAfter(attempt.answer());
    return new Delivery(
        id,
        webhookId,
        message,
        next,
        attempts,
        next == DeliveryState.PENDING ? at.plus(delay()) : at,
        Optional.of(attempt),
        createdAt,
        at,
        version + 1);
  }

  private DeliveryState stateAfter(Answer answer) {
    if (answer.isSuccess()) {
      return DeliveryState.DELIVERED;
    }
    return answer.isGone() || attempts >= MAX_ATTEMPTS ? DeliveryState.DEAD : DeliveryState.PENDING;
  }

  private Duration delay() {
    return DELAYS.get(attempts - 1).multipliedBy(PER_MILLE + jitter()).dividedBy(PER_MILLE);
  }

  /** 0 to {@value #MAX_JITTER}, by the random bits of the id. */
  private long jitter() {
    return Long.remainderUnsigned(
        id.value().getLeastSignificantBits() * 31 + attempts, MAX_JITTER + 1L);
  }
}
