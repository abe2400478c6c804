-- Who did what, to what, and what is different since.
CREATE TABLE audit_events (
    id             uuid        NOT NULL,
    actor          text        NOT NULL,
    action         text        NOT NULL,
    target_type    text        NOT NULL,
    target_id      text        NOT NULL,
    request_id     text,
    -- Parallel arrays: changes are only ever written and read as a whole.
    changed_fields text[]      NOT NULL,
    changed_from   text[]      NOT NULL,
    changed_to     text[]      NOT NULL,
    created_at     timestamptz NOT NULL,
    CONSTRAINT audit_events_pk PRIMARY KEY (id),
    CONSTRAINT audit_events_changes_paired CHECK (
        cardinality(changed_fields) = cardinality(changed_from)
        AND cardinality(changed_fields) = cardinality(changed_to))
);
