-- Where events are sent, also what was deleted: deliveries that are left refer to it until they are
-- forgotten.
CREATE TABLE webhooks (
    id             uuid        NOT NULL,
    -- No foreign key: accounts are another context's.
    owner_id       uuid        NOT NULL,
    url            text        NOT NULL,
    event_types    text[]      NOT NULL,
    description    text,
    status         text        NOT NULL,
    -- Sealed under a key that the database does not hold; empty once the webhook is deleted.
    secret         text        NOT NULL,
    -- The secret before, which signs as well for a while.
    old_secret     text,
    old_secret_end timestamptz,
    -- How the receiver has answered of late: failures since the last success.
    failures       integer     NOT NULL,
    failing_since  timestamptz,
    resting_until  timestamptz,
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    version        bigint      NOT NULL,
    CONSTRAINT webhooks_pk PRIMARY KEY (id),
    CONSTRAINT webhooks_status_known CHECK (status IN ('enabled', 'disabled', 'deleted')),
    CONSTRAINT webhooks_have_event_types CHECK (cardinality(event_types) > 0),
    CONSTRAINT webhooks_old_secret_ends CHECK ((old_secret IS NULL) = (old_secret_end IS NULL)),
    CONSTRAINT webhooks_failing_since CHECK ((failures = 0) = (failing_since IS NULL)),
    CONSTRAINT webhooks_version_counts CHECK (version > 0)
);

-- For the lists, everybody's and an owner's, in each order and with each filter.
CREATE INDEX webhooks_by_created_at ON webhooks (created_at, id) WHERE status <> 'deleted';
CREATE INDEX webhooks_by_updated_at ON webhooks (updated_at, id) WHERE status <> 'deleted';
CREATE INDEX webhooks_of_owner ON webhooks (owner_id, created_at, id) WHERE status <> 'deleted';

-- For finding those that events are sent to.
CREATE INDEX webhooks_enabled ON webhooks (id) WHERE status = 'enabled';

-- What was and will be sent to webhooks.
CREATE TABLE webhook_deliveries (
    id              uuid        NOT NULL,
    -- The order in which deliveries were queued, which is that in which a thing's are sent.
    number          bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    webhook_id      uuid        NOT NULL,
    event_id        uuid        NOT NULL,
    event_type      text        NOT NULL,
    aggregate_type  text        NOT NULL,
    aggregate_id    text        NOT NULL,
    -- The text that is signed and sent.
    body            text        NOT NULL,
    state           text        NOT NULL,
    attempts        integer     NOT NULL,
    -- Also the end of a lease: who takes a delivery to send it moves this on.
    next_attempt_at timestamptz NOT NULL,
    -- The last attempt that is over; with either the answer's status or the failure.
    attempt_url     text,
    attempted_at    timestamptz,
    duration_ms     bigint,
    answer_status   integer,
    answer_excerpt  text,
    failure         text,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    version         bigint      NOT NULL,
    CONSTRAINT webhook_deliveries_pk PRIMARY KEY (id),
    CONSTRAINT webhook_deliveries_webhook_fk FOREIGN KEY (webhook_id) REFERENCES webhooks (id),
    CONSTRAINT webhook_deliveries_state_known
        CHECK (state IN ('pending', 'sending', 'delivered', 'dead')),
    CONSTRAINT webhook_deliveries_attempts_count CHECK (attempts >= 0),
    CONSTRAINT webhook_deliveries_attempt_is_whole CHECK (
        (attempted_at IS NULL) = (attempt_url IS NULL)
        AND (attempted_at IS NULL) = (duration_ms IS NULL)
        AND (attempted_at IS NULL) = (answer_status IS NULL AND failure IS NULL)
        AND (answer_status IS NULL OR failure IS NULL)),
    CONSTRAINT webhook_deliveries_version_counts CHECK (version > 0)
-- Bodies lie apart, so that a change of a delivery does not write its body again.
) WITH (toast_tuple_target = 256);

ALTER TABLE webhook_deliveries ALTER COLUMN body SET STORAGE EXTERNAL;

-- For taking what is due.
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (webhook_id, next_attempt_at)
    WHERE state IN ('pending', 'sending');

-- For taking them in their order, however many there are.
CREATE INDEX webhook_deliveries_in_order ON webhook_deliveries (webhook_id, number)
    WHERE state IN ('pending', 'sending');

-- For seeing what a thing's delivery has to wait for.
CREATE INDEX webhook_deliveries_waiting
    ON webhook_deliveries (webhook_id, aggregate_id, aggregate_type, number)
    WHERE state IN ('pending', 'sending');

-- For counting what is being sent to a webhook.
CREATE INDEX webhook_deliveries_sending ON webhook_deliveries (webhook_id)
    WHERE state = 'sending';

-- For the list, and for each filter.
CREATE INDEX webhook_deliveries_of_webhook ON webhook_deliveries (webhook_id, created_at, id);
CREATE INDEX webhook_deliveries_of_state
    ON webhook_deliveries (webhook_id, state, created_at, id);
CREATE INDEX webhook_deliveries_of_event_type
    ON webhook_deliveries (webhook_id, event_type, created_at, id);

-- For forgetting what is over.
CREATE INDEX webhook_deliveries_over ON webhook_deliveries (updated_at)
    WHERE state IN ('delivered', 'dead');
