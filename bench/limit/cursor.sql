SELECT id, sku, name, description, category, price_amount, price_currency, attributes, status, created_at, updated_at
FROM products
WHERE status = 'active' AND deleted_at IS NULL
  AND (created_at, id) < (SELECT created_at, id FROM products WHERE id = :after)
ORDER BY created_at DESC, id DESC LIMIT 21;
