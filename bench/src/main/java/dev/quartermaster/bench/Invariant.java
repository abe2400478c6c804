package dev.quartermaster.bench;

/**
 * What must hold of the database when the sale is over. Each is a query for what breaks it, in the
 * words of a report; {@code laid_in} is what was laid in by product, and {@code receipts} is what
 * buyers were told.
 */
enum Invariant {
  PIECES_ADD_UP(
      "sold + reserved + available = laid in, for every product",
      """
      SELECT format('product %s: %s laid in, %s sold, %s reserved, but stock has %s on hand, %s reserved',
                    laid_in.product_id, laid_in.pieces, held.sold, held.reserved,
                    level.on_hand, level.reserved)
      FROM laid_in
      LEFT JOIN stock_levels AS level USING (product_id)
      CROSS JOIN LATERAL (
          SELECT coalesce(sum(quantity) FILTER (
                     WHERE status IN ('shipped', 'delivered')), 0) AS sold,
                 coalesce(sum(quantity) FILTER (
                     WHERE status IN ('pending_payment', 'confirmed')), 0) AS reserved
          FROM order_lines JOIN orders ON orders.id = order_lines.order_id
          WHERE order_lines.product_id = laid_in.product_id) AS held
      WHERE level.on_hand IS DISTINCT FROM laid_in.pieces - held.sold
      OR level.reserved IS DISTINCT FROM held.reserved
      OR level.reserved > level.on_hand
      """),
  LEDGER_IS_STOCK(
      "the ledger of every product adds up to its stock",
      """
      SELECT format('product %s: %s on hand and %s reserved, but the ledger adds up to %s and %s',
                    product_id, on_hand, reserved, ledger.on_hand_sum, ledger.reserved_sum)
      FROM stock_levels
      JOIN (SELECT product_id, sum(on_hand_delta) AS on_hand_sum,
                   sum(reserved_delta) AS reserved_sum
            FROM stock_movements GROUP BY product_id) AS ledger USING (product_id)
      WHERE (on_hand, reserved) IS DISTINCT FROM (ledger.on_hand_sum, ledger.reserved_sum)
      """),
  ANSWERED_ORDERS_ARE_THERE(
      "every order answered 201 is there",
      """
      SELECT format('order %s was answered, and is lost', order_id)
      FROM receipts WHERE order_id NOT IN (SELECT id FROM orders)
      """),
  ONE_ORDER_FOR_A_KEY(
      "one order for each key: there is no order that nobody was told of",
      """
      SELECT format('order %s (%s) was placed, and nobody was told of it', id, status)
      FROM orders WHERE id NOT IN (SELECT order_id FROM receipts)
      """),
  ENDED_AS_MEANT(
      "every order ended as its buyer meant it to",
      """
      SELECT format('order %s is %s, and was to end as %s', id, status, expected)
      FROM receipts JOIN orders ON id = order_id WHERE status <> expected
      """),
  CHARGED_FOR_AN_ORDER(
      "nobody is charged without an order",
      """
      SELECT format('charge %s of %s %s is kept, and its order is %s', charge.payment_id,
                    charge.amount, charge.currency, coalesce(orders.status, 'nowhere'))
      FROM simulated_charges AS charge
      LEFT JOIN payments ON payments.id = charge.payment_id
      LEFT JOIN orders ON orders.id = payments.order_id
      WHERE charge.status = 'captured'
      AND charge.amount <> (
          SELECT coalesce(sum(refund.amount), 0) FROM simulated_refunds AS refund
          WHERE refund.payment_id = charge.payment_id)
      AND coalesce(orders.status, '') NOT IN ('confirmed', 'shipped', 'delivered')
      """),
  PAID_ORDERS_ARE_CHARGED_ONCE(
      "every order that counts as paid was charged for, once and in full",
      """
      SELECT format('order %s is %s over %s, and was charged %s times, %s in all',
                    orders.id, orders.status, orders.total_amount, count(charge.payment_id),
                    coalesce(sum(charge.amount), 0))
      FROM orders
      LEFT JOIN payments ON payments.order_id = orders.id
      LEFT JOIN simulated_charges AS charge
          ON charge.payment_id = payments.id AND charge.status = 'captured'
      WHERE orders.status IN ('confirmed', 'shipped', 'delivered', 'refunded')
      GROUP BY orders.id
      HAVING count(charge.payment_id) <> 1
      OR sum(charge.amount) IS DISTINCT FROM orders.total_amount
      """),
  REFUNDED_ONCE(
      "what was sent back was paid back, once and in full",
      """
      SELECT format('order %s is refunded over %s, and %s was paid back', orders.id,
                    orders.total_amount, coalesce(sum(refund.amount), 0))
      FROM orders
      LEFT JOIN payments ON payments.order_id = orders.id
      LEFT JOIN simulated_refunds AS refund ON refund.payment_id = payments.id
      WHERE orders.status = 'refunded'
      GROUP BY orders.id
      HAVING sum(refund.amount) IS DISTINCT FROM orders.total_amount
      """),
  NOTHING_HALF_DONE(
      "no payment is under way or holds money that it will not take",
      """
      SELECT format('payment %s is %s and due at %s', id, status, due_at)
      FROM payments WHERE due_at IS NOT NULL
      UNION ALL
      SELECT format('order %s (%s) is marked as being paid', id, status)
      FROM orders WHERE payment_under_way
      UNION ALL
      SELECT format('charge %s is still authorised', payment_id)
      FROM simulated_charges WHERE status = 'authorized'
      """),
  RESERVED_FOR_THE_LIVING(
      "no reservation outlives its time, and every order that waits or is paid has its own",
      """
      SELECT format('order %s (%s, until %s) holds %s pieces of %s', orders.id, orders.status,
                    orders.expires_at, coalesce(held.pieces, 0), line.pieces)
      FROM orders
      JOIN (SELECT order_id, sum(quantity) AS pieces FROM order_lines GROUP BY order_id) AS line
          ON line.order_id = orders.id
      LEFT JOIN (SELECT reference, sum(reserved_delta) AS pieces
                 FROM stock_movements WHERE reference IS NOT NULL GROUP BY reference) AS held
          ON held.reference = orders.id
      WHERE (orders.status = 'pending_payment' AND orders.expires_at < now())
      OR coalesce(held.pieces, 0) <> CASE
          WHEN orders.status IN ('pending_payment', 'confirmed') THEN line.pieces ELSE 0 END
      """),
  HISTORY_IS_WHOLE(
      "every move of every order is in its history",
      """
      SELECT format('order %s has version %s and %s moves, the last to %s', orders.id,
                    orders.version, count(move.version),
                    (array_agg(move.status ORDER BY move.version DESC))[1])
      FROM orders LEFT JOIN order_transitions AS move ON move.order_id = orders.id
      GROUP BY orders.id
      HAVING count(move.version) <> orders.version
      OR (array_agg(move.status ORDER BY move.version DESC))[1] IS DISTINCT FROM orders.status
      """),
  ALL_IS_AUDITED(
      "every order and every payment is in the audit trail, once",
      """
      SELECT format('order %s was placed, and the audit trail has %s entries of it', orders.id,
                    count(entry.id))
      FROM orders
      LEFT JOIN audit_trail AS entry
          ON entry.target_id = orders.id::text AND entry.action = 'order.placed'
      GROUP BY orders.id HAVING count(entry.id) <> 1
      UNION ALL
      SELECT format('payment %s moved %s times, and the audit trail has %s entries of it',
                    payments.id, payments.version, count(entry.id))
      FROM payments LEFT JOIN audit_trail AS entry ON entry.target_id = payments.id::text
      GROUP BY payments.id HAVING count(entry.id) <> payments.version
      """),
  EVENTS_ARE_COMPLETE(
      "every move of every order and every payment is in the log of events, once and in its order",
      """
      SELECT format('%s %s has version %s, and the log of events tells of %s',
                    thing.type, thing.id, thing.version, coalesce(told.sequences, 'none'))
      FROM (SELECT 'order' AS type, id::text AS id, version FROM orders
            UNION ALL SELECT 'payment', id::text, version FROM payments) AS thing
      LEFT JOIN (SELECT aggregate_type, aggregate_id,
                        string_agg(sequence::text, ',' ORDER BY position) AS sequences
                 FROM events GROUP BY aggregate_type, aggregate_id) AS told
          ON told.aggregate_type = thing.type AND told.aggregate_id = thing.id
      WHERE told.sequences IS DISTINCT FROM
            (SELECT string_agg(number::text, ',' ORDER BY number)
             FROM generate_series(1, thing.version) AS number)
      UNION ALL
      SELECT format('the log of events lacks %s places',
                    (SELECT position FROM events_head) - count(*))
      FROM events HAVING count(*) <> (SELECT position FROM events_head)
      """);

  private final String claim;
  private final String breaches;

  Invariant(String claim, String breaches) {
    this.claim = claim;
    this.breaches = breaches;
  }

  /** In words. */
  String claim() {
    return claim;
  }

  /** The query; it finds nothing while the claim holds. */
  String breaches() {
    return breaches;
  }
}
