-- When the nodes together reconciled last, and what they found. One row: whoever moves its time
-- ahead has the turn, and all nodes show what it found.
CREATE TABLE reconciliation_runs (
    only_row      boolean     NOT NULL DEFAULT true,
    begun_at      timestamptz NOT NULL,
    disagreements bigint      NOT NULL,
    CONSTRAINT reconciliation_runs_pk PRIMARY KEY (only_row),
    CONSTRAINT reconciliation_runs_one_row CHECK (only_row),
    CONSTRAINT reconciliation_runs_disagreements_not_negative CHECK (disagreements >= 0)
);

INSERT INTO reconciliation_runs (begun_at, disagreements) VALUES ('epoch', 0);
