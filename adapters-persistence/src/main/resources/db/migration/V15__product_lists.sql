-- Lists of products. With the status, which every list asks for, in them, the indexes alone tell how many
-- products a list has and where a page begins; only the rows that are shown are read.
DROP INDEX products_by_name, products_by_price, products_by_created_at, products_by_updated_at, products_of_category;
CREATE INDEX products_by_name ON products (name, id) INCLUDE (status) WHERE deleted_at IS NULL;
CREATE INDEX products_by_price ON products (price_amount, id) INCLUDE (status) WHERE deleted_at IS NULL;
CREATE INDEX products_by_created_at ON products (created_at, id) INCLUDE (status) WHERE deleted_at IS NULL;
CREATE INDEX products_by_updated_at ON products (updated_at, id) INCLUDE (status) WHERE deleted_at IS NULL;
CREATE INDEX products_of_category ON products (category, created_at, id) INCLUDE (status, price_amount)
    WHERE deleted_at IS NULL;
-- For counting: the smallest index that has every product.
CREATE INDEX products_of_status ON products (status) WHERE deleted_at IS NULL;
