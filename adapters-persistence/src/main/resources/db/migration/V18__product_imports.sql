-- Files of products that are being received, or wait to be carried out.
CREATE TABLE product_imports (
    id         uuid        NOT NULL,
    claimed    boolean     NOT NULL,
    lines      bigint      NOT NULL,
    -- How many parts it ever had.
    parts      integer     NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT product_imports_pk PRIMARY KEY (id)
);

-- For forgetting those whose node died while it received them.
CREATE INDEX product_imports_unclaimed ON product_imports (created_at) WHERE NOT claimed;

-- The lines of an import, some hundred in a row; a row goes with the change that it asks for.
CREATE TABLE product_import_parts (
    import_id uuid    NOT NULL,
    position  integer NOT NULL,
    -- JSON, but text: it is written once, read once, and never looked into.
    lines     text    NOT NULL,
    CONSTRAINT product_import_parts_pk PRIMARY KEY (import_id, position),
    CONSTRAINT product_import_parts_import_fk FOREIGN KEY (import_id) REFERENCES product_imports (id)
        ON DELETE CASCADE
);
