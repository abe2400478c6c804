BEGIN;
SELECT id, sku, name, price_amount, price_currency
FROM products
WHERE id IN (SELECT product_id FROM bench_picks WHERE number = 1) AND status = 'active' AND deleted_at IS NULL;
SELECT product_id, on_hand, reserved
FROM stock_levels
WHERE product_id IN (SELECT product_id FROM bench_picks WHERE number = 1) ORDER BY product_id FOR UPDATE;
INSERT INTO orders (id, customer_id, status, total_amount, currency, expires_at, created_at, updated_at, version)
VALUES (gen_random_uuid(), :customer, 'pending_payment', 1000, 'EUR', now() + interval '15 minutes', now(), now(), 1)
RETURNING id AS order_id \gset
INSERT INTO order_lines (order_id, position, product_id, sku, name, quantity, unit_price)
SELECT CAST(:order_id AS uuid), row_number() OVER (), id, sku, name, 1, price_amount
FROM products
WHERE id IN (SELECT product_id FROM bench_picks WHERE number = 1);
INSERT INTO stock_movements (id, product_id, kind, on_hand_delta, reserved_delta, reason, reference, actor, created_at)
SELECT gen_random_uuid(), id, 'reservation', 0, 1, 'order placed', CAST(:order_id AS uuid), 'user:' || CAST(:customer AS text), now()
FROM products
WHERE id IN (SELECT product_id FROM bench_picks WHERE number = 1);
UPDATE stock_levels SET reserved = reserved + 1
WHERE product_id IN (SELECT product_id FROM bench_picks WHERE number = 1);
INSERT INTO order_transitions (order_id, version, status, reason, actor, at)
VALUES (:order_id, 1, 'pending_payment', 'order placed', 'user:' || CAST(:customer AS text), now());
COMMIT;
