-- A row for each piece: the first one that nobody holds.
WITH wanted AS MATERIALIZED (SELECT gen_random_uuid() AS id),
free AS MATERIALIZED (
    SELECT unit FROM stock_units
    WHERE product_id = '00000000-0000-7000-8000-000000000001' AND order_id IS NULL
    LIMIT 1 FOR UPDATE SKIP LOCKED),
taken AS (
    UPDATE stock_units AS piece SET order_id = wanted.id
    FROM free, wanted
    WHERE piece.product_id = '00000000-0000-7000-8000-000000000001' AND piece.unit = free.unit
    RETURNING wanted.id),
placed AS (
    INSERT INTO orders (id, customer_id, status, total_amount, currency, expires_at, created_at, updated_at, version)
    SELECT taken.id, gen_random_uuid(), 'pending_payment', 1000, 'EUR', now() + interval '15 minutes', now(), now(), 1
    FROM taken
    RETURNING id),
lines AS (
    INSERT INTO order_lines (order_id, position, product_id, sku, name, quantity, unit_price)
    SELECT id, 1, '00000000-0000-7000-8000-000000000001', 'mug', 'Mug', 1, 1000 FROM placed),
movements AS (
    INSERT INTO stock_movements (id, product_id, kind, on_hand_delta, reserved_delta, reason, reference, actor, created_at)
    SELECT gen_random_uuid(), '00000000-0000-7000-8000-000000000001', 'reservation', 0, 1, 'order placed', id, 'user:1', now()
    FROM placed)
INSERT INTO order_transitions (order_id, version, status, reason, actor, at)
SELECT id, 1, 'pending_payment', 'order placed', 'user:1', now() FROM placed;
