CREATE TABLE wishlists (
    -- No foreign key: a customer is another context's.
    customer_id uuid   NOT NULL,
    -- An array: the wishes are only ever read and written as a whole.
    product_ids uuid[] NOT NULL,
    CONSTRAINT wishlists_pk PRIMARY KEY (customer_id)
);
