-- While money for an order is on its way nothing else moves the order, its expiry included.
ALTER TABLE orders ADD COLUMN payment_under_way boolean NOT NULL DEFAULT false;

DROP INDEX orders_awaiting_payment;
CREATE INDEX orders_awaiting_payment ON orders (expires_at)
    WHERE status = 'pending_payment' AND NOT payment_under_way;

-- Shipments take pieces out of the warehouse; returns take a promise back that was paid for.
ALTER TABLE stock_movements
    DROP CONSTRAINT stock_movements_kind_known,
    ADD CONSTRAINT stock_movements_kind_known CHECK (kind IN
        ('adjustment', 'reservation', 'release', 'shipment', 'return'));

-- How far the saga of a payment has come. Each step is committed before the next one is taken.
CREATE TABLE payments (
    id              uuid        NOT NULL,
    -- No foreign keys: orders and customers are other contexts'.
    order_id        uuid        NOT NULL,
    payer_id        uuid        NOT NULL,
    amount          bigint      NOT NULL,
    currency        char(3)     NOT NULL,
    method          text        NOT NULL,
    status          text        NOT NULL,
    -- When a node takes up the next step; none once nothing is left to do. A node that works on it
    -- moves this ahead, and if the node dies, another one takes over then.
    due_at          timestamptz,
    attempts        integer     NOT NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    version         bigint      NOT NULL,
    CONSTRAINT payments_pk PRIMARY KEY (id),
    CONSTRAINT payments_status_known CHECK (status IN
        ('pending', 'authorized', 'captured', 'partially_refunded', 'refunded', 'declined', 'voiding', 'voided')),
    CONSTRAINT payments_amount_not_negative CHECK (amount >= 0),
    CONSTRAINT payments_version_counts CHECK (version > 0)
);

-- The last guard against paying twice, whatever the code above does.
CREATE UNIQUE INDEX payments_one_for_an_order ON payments (order_id)
    WHERE status NOT IN ('declined', 'voided');

-- For all tries to pay an order.
CREATE INDEX payments_of_order ON payments (order_id, created_at, id);

-- For taking what is due.
CREATE INDEX payments_due ON payments (due_at) WHERE due_at IS NOT NULL;

-- What was paid back of a payment, or is about to be.
CREATE TABLE payment_refunds (
    id           uuid        NOT NULL,
    payment_id   uuid        NOT NULL,
    amount       bigint      NOT NULL,
    reason       text        NOT NULL,
    -- Who asked under which idempotency key, as a digest; a repetition is the same refund.
    request      text,
    is_done      boolean     NOT NULL,
    requested_at timestamptz NOT NULL,
    CONSTRAINT payment_refunds_pk PRIMARY KEY (id),
    CONSTRAINT payment_refunds_payment_fk FOREIGN KEY (payment_id) REFERENCES payments (id),
    CONSTRAINT payment_refunds_amount_positive CHECK (amount > 0)
);

-- For the refunds of a payment.
CREATE INDEX payment_refunds_of_payment ON payment_refunds (payment_id, requested_at, id);

-- At most one is on its way.
CREATE UNIQUE INDEX payment_refunds_one_at_a_time ON payment_refunds (payment_id) WHERE NOT is_done;
