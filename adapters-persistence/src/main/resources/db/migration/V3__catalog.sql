-- Trigrams let an index answer "contains"; the extension is trusted, so a database's owner may add it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE products (
    id             uuid             NOT NULL,
    sku            text COLLATE "C" NOT NULL,
    name           text COLLATE "C" NOT NULL,
    description    text             NOT NULL,
    category       text COLLATE "C",
    price_amount   bigint           NOT NULL,
    price_currency char(3)          NOT NULL,
    attributes     jsonb            NOT NULL,
    status         text             NOT NULL,
    -- Name and sku in lower case, made by the application, so that which letters are equal does not
    -- depend on the server's locale.
    search_text    text             NOT NULL,
    created_at     timestamptz      NOT NULL,
    updated_at     timestamptz      NOT NULL,
    version        bigint           NOT NULL,
    deleted_at     timestamptz,
    CONSTRAINT products_pk PRIMARY KEY (id),
    CONSTRAINT products_price_not_negative CHECK (price_amount >= 0),
    CONSTRAINT products_status_known CHECK (status IN ('draft', 'active', 'archived')),
    CONSTRAINT products_attributes_object CHECK (jsonb_typeof(attributes) = 'object'),
    CONSTRAINT products_version_counts CHECK (version > 0)
);

-- Among the living only, so that a deleted product's sku can be used again.
CREATE UNIQUE INDEX products_sku_living ON products (sku) WHERE deleted_at IS NULL;

-- One for each order in which products are listed; the sku has the one above.
CREATE INDEX products_by_name ON products (name, id) WHERE deleted_at IS NULL;
CREATE INDEX products_by_price ON products (price_amount, id) WHERE deleted_at IS NULL;
CREATE INDEX products_by_created_at ON products (created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX products_by_updated_at ON products (updated_at, id) WHERE deleted_at IS NULL;

-- One for each filter; the price has its own above, and nearly all products have one status.
CREATE INDEX products_of_category ON products (category, created_at, id) WHERE deleted_at IS NULL;
-- Without the list of pending entries, which every search would have to read from end to end after
-- many products were added at once.
CREATE INDEX products_by_text ON products USING gin (search_text gin_trgm_ops) WITH (fastupdate = off)
    WHERE deleted_at IS NULL;
