-- A row lock for each order, and a statement for each step, as applications are usually written.
BEGIN;
SELECT on_hand, reserved FROM stock_levels WHERE product_id = '00000000-0000-7000-8000-000000000001' FOR UPDATE;
INSERT INTO orders (id, customer_id, status, total_amount, currency, expires_at, created_at, updated_at, version)
VALUES (gen_random_uuid(), gen_random_uuid(), 'pending_payment', 1000, 'EUR', now() + interval '15 minutes', now(), now(), 1)
RETURNING id AS order_id \gset
INSERT INTO order_lines (order_id, position, product_id, sku, name, quantity, unit_price)
VALUES (:order_id, 1, '00000000-0000-7000-8000-000000000001', 'mug', 'Mug', 1, 1000);
INSERT INTO stock_movements (id, product_id, kind, on_hand_delta, reserved_delta, reason, reference, actor, created_at)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-000000000001', 'reservation', 0, 1, 'order placed', :order_id, 'user:1', now());
UPDATE stock_levels SET reserved = reserved + 1 WHERE product_id = '00000000-0000-7000-8000-000000000001';
INSERT INTO order_transitions (order_id, version, status, reason, actor, at)
VALUES (:order_id, 1, 'pending_payment', 'order placed', 'user:1', now());
COMMIT;
