SELECT count(*) AS total
FROM products
WHERE status = 'active' AND deleted_at IS NULL
  AND to_tsvector('simple', name || ' ' || sku || ' ' || coalesce(category, '') || ' ' || description)
      @@ websearch_to_tsquery('simple', 'heart');
SELECT id, sku, name, description, category, price_amount, price_currency, attributes, status, created_at, updated_at
FROM products
WHERE status = 'active' AND deleted_at IS NULL
  AND to_tsvector('simple', name || ' ' || sku || ' ' || coalesce(category, '') || ' ' || description)
      @@ websearch_to_tsquery('simple', 'heart')
ORDER BY created_at DESC, id DESC LIMIT 20 OFFSET 0;
