-- Answers to requests that carried an Idempotency-Key.
CREATE TABLE idempotency_records (
    caller          text        NOT NULL,
    idempotency_key text        NOT NULL,
    fingerprint     text        NOT NULL,
    status          integer     NOT NULL,
    -- Parallel arrays: headers are only ever written and read as a whole.
    header_names    text[]      NOT NULL,
    header_values   text[]      NOT NULL,
    body            text        NOT NULL,
    created_at      timestamptz NOT NULL,
    CONSTRAINT idempotency_records_pk PRIMARY KEY (caller, idempotency_key),
    CONSTRAINT idempotency_records_headers_paired CHECK (cardinality(header_names) = cardinality(header_values))
);

-- For forgetting the old ones.
CREATE INDEX idempotency_records_created_at ON idempotency_records (created_at);
