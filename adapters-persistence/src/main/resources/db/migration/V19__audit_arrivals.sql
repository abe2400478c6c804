-- Entries arrive here and stay until they get their place. One small index is all that whoever
-- changes something has to wait for; who chains them moves them on, many at a time.
CREATE TABLE audit_arrivals (
    id             uuid        NOT NULL,
    actor          text        NOT NULL,
    action         text        NOT NULL,
    target_type    text        NOT NULL,
    target_id      text        NOT NULL,
    request_id     text,
    changed_fields text[]      NOT NULL,
    changed_from   text[]      NOT NULL,
    changed_to     text[]      NOT NULL,
    created_at     timestamptz NOT NULL,
    CONSTRAINT audit_arrivals_pk PRIMARY KEY (id),
    CONSTRAINT audit_arrivals_changes_paired CHECK (
        cardinality(changed_fields) = cardinality(changed_from)
        AND cardinality(changed_fields) = cardinality(changed_to))
);

WITH waiting AS (DELETE FROM audit_events WHERE sequence IS NULL RETURNING *)
INSERT INTO audit_arrivals (id, actor, action, target_type, target_id, request_id,
                            changed_fields, changed_from, changed_to, created_at)
SELECT id, actor, action, target_type, target_id, request_id,
       changed_fields, changed_from, changed_to, created_at
FROM waiting;

DROP INDEX audit_events_waiting;
DROP INDEX audit_events_sequence;

ALTER TABLE audit_events
    DROP CONSTRAINT audit_events_chained,
    ALTER COLUMN sequence SET NOT NULL,
    ALTER COLUMN hash SET NOT NULL;

-- No two entries in one place; also for walking along the chain.
CREATE UNIQUE INDEX audit_events_sequence ON audit_events (sequence);

-- All entries, with their place and waiting for it.
CREATE VIEW audit_trail AS
SELECT id, actor, action, target_type, target_id, request_id,
       changed_fields, changed_from, changed_to, created_at, sequence, hash
FROM audit_events
UNION ALL
SELECT id, actor, action, target_type, target_id, request_id,
       changed_fields, changed_from, changed_to, created_at,
       CAST(NULL AS bigint), CAST(NULL AS text)
FROM audit_arrivals;
