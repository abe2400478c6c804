SELECT count(*) AS total FROM products WHERE status = 'active' AND deleted_at IS NULL;
SELECT id, sku, name, description, category, price_amount, price_currency, attributes, status, created_at, updated_at
FROM products
WHERE status = 'active' AND deleted_at IS NULL
ORDER BY created_at DESC, id DESC LIMIT 20 OFFSET 0;
