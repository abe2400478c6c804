-- Replays that are not done yet; a row goes with its replay.
CREATE TABLE webhook_replays (
    -- The key: a webhook has one replay at a time.
    webhook_id   uuid        NOT NULL,
    -- The time whose events are queued again; its end is no part of it.
    from_time    timestamptz NOT NULL,
    to_time      timestamptz NOT NULL,
    -- The place in the log of the last event that is done with.
    position     bigint      NOT NULL,
    requested_at timestamptz NOT NULL,
    CONSTRAINT webhook_replays_pk PRIMARY KEY (webhook_id),
    CONSTRAINT webhook_replays_webhook_fk FOREIGN KEY (webhook_id) REFERENCES webhooks (id)
);

-- For going on with the one that has waited longest.
CREATE INDEX webhook_replays_by_requested_at ON webhook_replays (requested_at);
