-- One row lock for as many orders as are taken together.
WITH locked AS (
    UPDATE stock_levels SET reserved = reserved + :together
    WHERE product_id = '00000000-0000-7000-8000-000000000001' AND reserved + :together <= on_hand
    RETURNING product_id),
taken AS (SELECT product_id FROM locked, generate_series(1, :together)),
placed AS (
    INSERT INTO orders (id, customer_id, status, total_amount, currency, expires_at, created_at, updated_at, version)
    SELECT gen_random_uuid(), gen_random_uuid(), 'pending_payment', 1000, 'EUR', now() + interval '15 minutes', now(), now(), 1
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
