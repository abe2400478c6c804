-- One hot product with more pieces than any run sells, in each of the forms that are compared.
CREATE TABLE stock_buckets (
    product_id uuid   NOT NULL,
    bucket     int    NOT NULL,
    on_hand    bigint NOT NULL,
    reserved   bigint NOT NULL CHECK (reserved BETWEEN 0 AND on_hand),
    PRIMARY KEY (product_id, bucket)
) WITH (fillfactor = 50);

CREATE TABLE stock_units (
    product_id uuid NOT NULL,
    unit       int  NOT NULL,
    order_id   uuid,
    PRIMARY KEY (product_id, unit)
);
CREATE INDEX stock_units_free ON stock_units (product_id) WHERE order_id IS NULL;

INSERT INTO stock_levels VALUES ('00000000-0000-7000-8000-000000000001', 1000000, 0);
INSERT INTO stock_buckets SELECT product_id, bucket, 1000000, 0 FROM stock_levels, generate_series(0, 15) AS bucket;
INSERT INTO stock_units SELECT product_id, unit, NULL FROM stock_levels, generate_series(1, 200000) AS unit;
