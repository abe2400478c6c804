-- The place of an entry in the chain; it has none until the chainer has come by.
ALTER TABLE audit_events
    ADD COLUMN sequence bigint,
    -- Of the entry and of all before it.
    ADD COLUMN hash text,
    ADD CONSTRAINT audit_events_sequence_counts CHECK (sequence > 0),
    ADD CONSTRAINT audit_events_chained CHECK ((sequence IS NULL) = (hash IS NULL));

-- No two entries in one place; also for walking along the chain.
CREATE UNIQUE INDEX audit_events_sequence ON audit_events (sequence) WHERE sequence IS NOT NULL;

-- For finding those that wait for their place.
CREATE INDEX audit_events_waiting ON audit_events (id) WHERE sequence IS NULL;

-- For the order in which entries are listed.
CREATE INDEX audit_events_by_created_at ON audit_events (created_at, id);

-- One for each filter.
CREATE INDEX audit_events_of_actor ON audit_events (actor, created_at, id);
CREATE INDEX audit_events_of_action ON audit_events (action, created_at, id);
CREATE INDEX audit_events_of_target_type ON audit_events (target_type, created_at, id);
CREATE INDEX audit_events_of_target ON audit_events (target_id, created_at, id);

-- The place that was given last. The one row that chainers take turns at; writers never touch it.
CREATE TABLE audit_head (
    the_only boolean NOT NULL DEFAULT TRUE,
    sequence bigint  NOT NULL,
    hash     text    NOT NULL,
    CONSTRAINT audit_head_pk PRIMARY KEY (the_only),
    CONSTRAINT audit_head_is_one_row CHECK (the_only)
);

INSERT INTO audit_head (sequence, hash) VALUES (0, repeat('0', 64));
