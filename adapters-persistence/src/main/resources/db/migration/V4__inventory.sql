-- The sums of the ledger. A product without a row never had stock.
CREATE TABLE stock_levels (
    product_id uuid   NOT NULL,
    on_hand    bigint NOT NULL,
    reserved   bigint NOT NULL,
    CONSTRAINT stock_levels_pk PRIMARY KEY (product_id),
    -- The last guard against overselling, whatever the code above does.
    CONSTRAINT stock_levels_reserved_not_negative CHECK (reserved >= 0),
    CONSTRAINT stock_levels_reserved_on_hand CHECK (on_hand >= reserved)
)
-- Levels change all the time and no index names what changes: with room on the page an update stays
-- within it (HOT) and touches no index.
WITH (fillfactor = 50);

CREATE TABLE stock_movements (
    id             uuid        NOT NULL,
    product_id     uuid        NOT NULL,
    kind           text        NOT NULL,
    on_hand_delta  bigint      NOT NULL,
    reserved_delta bigint      NOT NULL,
    reason         text        NOT NULL,
    reference      uuid,
    actor          text        NOT NULL,
    created_at     timestamptz NOT NULL,
    CONSTRAINT stock_movements_pk PRIMARY KEY (id),
    CONSTRAINT stock_movements_kind_known CHECK (kind IN ('adjustment', 'reservation', 'release')),
    CONSTRAINT stock_movements_move CHECK (on_hand_delta <> 0 OR reserved_delta <> 0)
);

-- For a product's movements, the newest first.
CREATE INDEX stock_movements_of_product ON stock_movements (product_id, created_at, id);

-- For what an order holds.
CREATE INDEX stock_movements_for_reference ON stock_movements (reference) WHERE reference IS NOT NULL;
