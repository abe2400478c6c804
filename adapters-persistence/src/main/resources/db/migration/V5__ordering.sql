-- What people name orders by. Six digits from the start; gaps stay where an order was refused.
CREATE SEQUENCE order_numbers AS bigint START WITH 100001;

CREATE TABLE orders (
    id           uuid        NOT NULL,
    number       bigint      NOT NULL DEFAULT nextval('order_numbers'),
    -- No foreign key: a customer is another context's, and orders outlive accounts.
    customer_id  uuid        NOT NULL,
    status       text        NOT NULL,
    total_amount bigint      NOT NULL,
    -- Of the total and of every line.
    currency     char(3)     NOT NULL,
    expires_at   timestamptz NOT NULL,
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL,
    version      bigint      NOT NULL,
    CONSTRAINT orders_pk PRIMARY KEY (id),
    CONSTRAINT orders_number_unique UNIQUE (number),
    CONSTRAINT orders_status_known CHECK (status IN
        ('pending_payment', 'confirmed', 'shipped', 'delivered', 'cancelled', 'expired', 'refunded')),
    CONSTRAINT orders_total_not_negative CHECK (total_amount >= 0),
    CONSTRAINT orders_version_counts CHECK (version > 0)
);

ALTER SEQUENCE order_numbers OWNED BY orders.number;

-- One for each order in which orders are listed; the number has its constraint's.
CREATE INDEX orders_by_total ON orders (total_amount, id);
CREATE INDEX orders_by_created_at ON orders (created_at, id);
CREATE INDEX orders_by_updated_at ON orders (updated_at, id);

-- One for each filter.
CREATE INDEX orders_of_customer ON orders (customer_id, created_at, id);
CREATE INDEX orders_of_status ON orders (status, created_at, id);

-- For finding those not paid in time.
CREATE INDEX orders_awaiting_payment ON orders (expires_at) WHERE status = 'pending_payment';

-- The products as they were when the order was placed: copies, because products change and go.
CREATE TABLE order_lines (
    order_id   uuid    NOT NULL,
    position   integer NOT NULL,
    product_id uuid    NOT NULL,
    sku        text    NOT NULL,
    name       text    NOT NULL,
    quantity   integer NOT NULL,
    unit_price bigint  NOT NULL,
    CONSTRAINT order_lines_pk PRIMARY KEY (order_id, position),
    CONSTRAINT order_lines_order_fk FOREIGN KEY (order_id) REFERENCES orders (id),
    CONSTRAINT order_lines_quantity_positive CHECK (quantity > 0),
    CONSTRAINT order_lines_price_not_negative CHECK (unit_price >= 0)
);

-- Every move of every order. The key lets no two moves lead to one version.
CREATE TABLE order_transitions (
    order_id uuid        NOT NULL,
    version  bigint      NOT NULL,
    status   text        NOT NULL,
    reason   text        NOT NULL,
    actor    text        NOT NULL,
    at       timestamptz NOT NULL,
    CONSTRAINT order_transitions_pk PRIMARY KEY (order_id, version),
    CONSTRAINT order_transitions_order_fk FOREIGN KEY (order_id) REFERENCES orders (id)
);
