\set number random(1, :some)
SELECT id, sku, name, description, category, price_amount, price_currency, attributes, status, created_at, updated_at
FROM products
WHERE id = (SELECT product_id FROM bench_picks WHERE number = :number) AND deleted_at IS NULL;
