-- Events of committed transactions that have no place in the log yet. Arrivals ascend within an
-- aggregate, whose lock whoever appends has; across aggregates they may commit in any order.
CREATE TABLE event_arrivals (
    arrival        bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    id             uuid        NOT NULL,
    type           text        NOT NULL,
    schema_version integer     NOT NULL,
    aggregate_type text        NOT NULL,
    aggregate_id   text        NOT NULL,
    sequence       bigint      NOT NULL,
    owner_id       uuid,
    actor          text        NOT NULL,
    request_id     text,
    occurred_at    timestamptz NOT NULL,
    -- Text in the JSON format, which the database does not look into.
    data           json        NOT NULL,
    CONSTRAINT event_arrivals_pk PRIMARY KEY (arrival)
);

-- The log: what was published, each event in its place.
CREATE TABLE events (
    position       bigint      NOT NULL,
    id             uuid        NOT NULL,
    type           text        NOT NULL,
    schema_version integer     NOT NULL,
    aggregate_type text        NOT NULL,
    aggregate_id   text        NOT NULL,
    sequence       bigint      NOT NULL,
    owner_id       uuid,
    actor          text        NOT NULL,
    request_id     text,
    occurred_at    timestamptz NOT NULL,
    data           json        NOT NULL,
    CONSTRAINT events_pk PRIMARY KEY (position)
);

-- For following one thing. Not unique: an event that should not be there must not stop the log.
CREATE INDEX events_of_aggregate ON events (aggregate_id, aggregate_type, position);

-- For replaying what happened in a time, and for forgetting what is old.
CREATE INDEX events_by_occurred_at ON events (occurred_at, position);

-- The last place that was given. Whoever gives places holds the row; who appends never touches it.
CREATE TABLE events_head (
    the_only boolean NOT NULL DEFAULT TRUE,
    position bigint  NOT NULL,
    CONSTRAINT events_head_pk PRIMARY KEY (the_only),
    CONSTRAINT events_head_is_one_row CHECK (the_only)
);

INSERT INTO events_head (position) VALUES (0);

-- Who must not miss an event, and the last place each is done with.
CREATE TABLE event_subscribers (
    name     text   NOT NULL,
    position bigint NOT NULL,
    CONSTRAINT event_subscribers_pk PRIMARY KEY (name)
);

-- What a subscriber could not handle, and has gone past.
CREATE TABLE parked_events (
    subscriber text        NOT NULL,
    position   bigint      NOT NULL,
    reason     text        NOT NULL,
    parked_at  timestamptz NOT NULL,
    CONSTRAINT parked_events_pk PRIMARY KEY (subscriber, position)
);
