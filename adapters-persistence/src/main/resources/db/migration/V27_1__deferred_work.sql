-- Orders whose expiry failed, and until when it is not tried again, so that they hold up no others.
CREATE TABLE deferred_expiries (
    order_id uuid        NOT NULL,
    until    timestamptz NOT NULL,
    CONSTRAINT deferred_expiries_pk PRIMARY KEY (order_id),
    CONSTRAINT deferred_expiries_order_fk FOREIGN KEY (order_id) REFERENCES orders (id)
);

-- Which language its reader has; and mails that were given up, until somebody has them sent again.
ALTER TABLE mails
    ADD COLUMN language  text NOT NULL DEFAULT 'en',
    ADD COLUMN parked_at timestamptz,
    -- Why the last attempt failed, in the server's words.
    ADD COLUMN failure   text,
    ADD CONSTRAINT mails_parked_have_a_failure CHECK (parked_at IS NULL OR failure IS NOT NULL);
ALTER TABLE mails ALTER COLUMN language DROP DEFAULT;

-- For taking what is due.
CREATE INDEX mails_due ON mails (next_attempt_at) WHERE parked_at IS NULL;
DROP INDEX mails_by_next_attempt_at;

-- For listing what was given up, and for forgetting it.
CREATE INDEX mails_by_parked_at ON mails (parked_at, id) WHERE parked_at IS NOT NULL;

-- In which language people are written to.
ALTER TABLE users ADD COLUMN language text NOT NULL DEFAULT 'en';
ALTER TABLE users ALTER COLUMN language DROP DEFAULT;
