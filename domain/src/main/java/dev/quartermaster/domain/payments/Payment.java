package dev.quartermaster.domain.payments;

import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A try to pay an order, and the state of the saga that carries it out: {@code pending → authorized
 * → captured}, or {@code declined}; what takes too long is called off by way of {@code voiding →
 * voided}. It moves by what the gateway's books say, whoever learned it and in whatever order, and
 * never back.
 *
 * @param id never changes; the gateway knows the charge by it
 * @param orderId what is paid
 * @param payerId who pays
 * @param amount how much
 * @param method by what, in the gateway's terms
 * @param status how far it has come
 * @param refunds what was paid back, refused or is about to be, oldest first; at most the last is
 *     pending
 * @param dueAt when some node takes up the next step; empty once nothing is left to do
 * @param attempts how often the step at hand was taken up without getting on
 * @param createdAt when it began
 * @param updatedAt when it last got on
 * @param version counts the changes, from 1
 */
public record Payment(
    PaymentId id,
    OrderId orderId,
    UserId payerId,
    Money amount,
    String method,
    PaymentStatus status,
    List<Refund> refunds,
    Optional<Instant> dueAt,
    int attempts,
    Instant createdAt,
    Instant updatedAt,
    long version) {
  public static final int MAX_METHOD_LENGTH = 100;

  public static final int MAX_REASON_LENGTH = 200;

  /** How many refunds a payment can have. */
  public static final int MAX_REFUNDS = 100;

  /** How long the node that works on a step has it for itself; longer than any call takes. */
  public static final Duration LEASE = Duration.ofSeconds(20);

  /** How long a payment may take before it is called off. */
  public static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Pauses grow from one second to eight. */
  private static final int MOST_DOUBLINGS = 3;

  public Payment {
    refunds = List.copyOf(refunds);
  }

  /** A payment that begins now, and that the node which began it works on. */
  public static Payment begun(
      PaymentId id, OrderId orderId, UserId payerId, Money amount, String method, Instant at) {
    return new Payment(
        id,
        orderId,
        payerId,
        amount,
        method,
        PaymentStatus.PENDING,
        List.of(),
        Optional.of(at.plus(LEASE)),
        0,
        at,
        at,
        1);
  }

  /** The refund that the gateway was asked for, or is about to be. */
  public Optional<Refund> pendingRefund() {
    return refunds.stream().filter(Refund::isPending).findFirst();
  }

  /** Whether a step was asked for and went unanswered, so that news of the gateway is of use. */
  public boolean awaitsNews() {
    return !isSettled() && attempts > 0;
  }

  /** Whether nothing is left to do. */
  public boolean isSettled() {
    return (status.isPaid() || status.isVain()) && pendingRefund().isEmpty();
  }

  /** Why the gateway refused that refund, if it did. */
  public Optional<String> refusal(RefundId refundId) {
    return refunds.stream()
        .filter(refund -> refund.refundId().equals(refundId))
        .findFirst()
        .flatMap(Refund::refusal);
  }

  /** Why the gateway refused the latest refund, if it did. */
  public Optional<String> latestRefusal() {
    return refunds.isEmpty() ? Optional.empty() : refunds.getLast().refusal();
  }

  /** What was paid back so far. */
  public Money refunded() {
    return new Money(
        refunds.stream().filter(Refund::isDone).mapToLong(refund -> refund.amount().amount()).sum(),
        amount.currency());
  }

  /** What can still be paid back. */
  public Money refundable() {
    long left = status.isPaid() ? amount.amount() - refunded().amount() : 0;
    return new Money(left, amount.currency());
  }

  /**
   * The payment as the gateway's books have it; the same if they tell nothing new.
   *
   * @param charge as it was at some time, which need not be the latest
   */
  public Payment learned(Charge charge, Instant at) {
    if (isSettled()) {
      return this;
    }
    if (status.isPaid()) {
      return pendingRefund().map(refund -> learned(refund, charge, at)).orElse(this);
    }
    return switch (charge.status()) {
      case PROCESSING -> this;
      case AUTHORIZED ->
          status == PaymentStatus.PENDING ? moved(PaymentStatus.AUTHORIZED, at) : this;
      case CAPTURED -> moved(PaymentStatus.CAPTURED, at);
      case DECLINED -> moved(PaymentStatus.DECLINED, at);
      case VOIDED -> moved(PaymentStatus.VOIDED, at);
    };
  }

  /** The payment, taken up by a node that now has its step for itself. */
  public Payment takenUp(Instant at) {
    return waiting(at.plus(LEASE));
  }

  /** The payment, put off for ever longer; after too long it is called off. */
  public Payment putOff(Instant at) {
    boolean unpaid = status == PaymentStatus.PENDING || status == PaymentStatus.AUTHORIZED;
    if (unpaid && at.isAfter(createdAt.plus(PATIENCE))) {
      return moved(PaymentStatus.VOIDING, at);
    }
    return waiting(at.plus(pause()));
  }

  /**
   * The payment with a refund about to be carried out by the node that began it.
   *
   * @throws InvalidInput when that is nothing, more than is left, or in another currency
   * @throws IllegalStateException while another refund is under way
   */
  public Payment refunding(Refund refund, Instant at) {
    if (!isSettled()) {
      throw new IllegalStateException("payment " + id + " is not settled");
    }
    Money left = refundable();
    if (!refund.amount().currency().equals(amount.currency())) {
      throw InvalidInput.of("amount.currency", "must be " + amount.currency());
    }
    if (refund.amount().amount() < 1 || refund.amount().amount() > left.amount()) {
      throw InvalidInput.of("amount.amount", "must be 1 to " + left.amount() + ", which is left");
    }
    if (refunds.size() == MAX_REFUNDS) {
      throw InvalidInput.of("amount", "must pay all back at once: there were " + MAX_REFUNDS);
    }
    return got(status, Stream.concat(refunds.stream(), Stream.of(refund)).toList(), at);
  }

  /** What the audit trail tells of the payment. */
  public Map<String, String> auditable() {
    return Map.of(
        "orderId", orderId.toString(),
        "status", status.code(),
        "amount", Long.toString(amount.amount()),
        "currency", amount.currency().getCurrencyCode(),
        "refunded", Long.toString(refunded().amount()),
        "refundsRefused",
            Long.toString(refunds.stream().filter(refund -> refund.refusal().isPresent()).count()));
  }

  private Payment learned(Refund pending, Charge charge, Instant at) {
    if (charge.refunds().containsKey(pending.refundId())) {
      boolean isAll = pending.amount().amount() == refundable().amount();
      return got(
          isAll ? PaymentStatus.REFUNDED : PaymentStatus.PARTIALLY_REFUNDED,
          with(pending.done()),
          at);
    }
    return Optional.ofNullable(charge.refusals().get(pending.refundId()))
        .map(reason -> got(status, with(pending.refused(reason)), at))
        .orElse(this);
  }

  private List<Refund> with(Refund ended) {
    return refunds.stream()
        .map(refund -> refund.refundId().equals(ended.refundId()) ? ended : refund)
        .toList();
  }

  private Payment moved(PaymentStatus next, Instant at) {
    return got(next, refunds, at);
  }

  private Payment got(PaymentStatus next, List<Refund> known, Instant at) {
    boolean isOver =
        (next.isPaid() || next.isVain()) && known.stream().noneMatch(Refund::isPending);
    return new Payment(
        id,
        orderId,
        payerId,
        amount,
        method,
        next,
        known,
        isOver ? Optional.empty() : Optional.of(at.plus(LEASE)),
        0,
        createdAt,
        at,
        version + 1);
  }

  /** Not a change that anybody would see. */
  private Payment waiting(Instant due) {
    return new Payment(
        id,
        orderId,
        payerId,
        amount,
        method,
        status,
        refunds,
        Optional.of(due),
        attempts + 1,
        createdAt,
        updatedAt,
        version);
  }

  private Duration pause() {
    return Duration.ofSeconds(1L << Math.min(attempts, MOST_DOUBLINGS));
  }
}
