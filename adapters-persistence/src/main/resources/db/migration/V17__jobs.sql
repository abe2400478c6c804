-- What waits for a node, and which node has it, in the form that db-scheduler asks for. A node that
-- has a task renews its heartbeat; once that is old, another node takes the task.
CREATE TABLE scheduled_tasks (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    CONSTRAINT scheduled_tasks_pk PRIMARY KEY (task_name, task_instance)
);

-- For taking what is due.
CREATE INDEX scheduled_tasks_by_execution_time ON scheduled_tasks (execution_time);

-- For finding those whose node has died.
CREATE INDEX scheduled_tasks_by_last_heartbeat ON scheduled_tasks (last_heartbeat);

-- Work in the background, as whoever asked for it sees it.
CREATE TABLE jobs (
    id          uuid        NOT NULL,
    type        text        NOT NULL,
    -- No foreign keys: accounts and keys are another context's, and jobs outlive them.
    owner_id    uuid        NOT NULL,
    key_id      uuid,
    state       text        NOT NULL,
    -- Lines of the input; the rejected ones are among those done.
    done        bigint      NOT NULL,
    total       bigint      NOT NULL,
    rejected    bigint      NOT NULL,
    failure     text,
    created_at  timestamptz NOT NULL,
    started_at  timestamptz,
    finished_at timestamptz,
    updated_at  timestamptz NOT NULL,
    version     bigint      NOT NULL,
    CONSTRAINT jobs_pk PRIMARY KEY (id),
    CONSTRAINT jobs_state_known CHECK (state IN
        ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
    CONSTRAINT jobs_rejected_are_done CHECK (0 <= rejected AND rejected <= done),
    CONSTRAINT jobs_version_counts CHECK (version > 0)
);

-- For the list, everybody's and one's own, and for each filter.
CREATE INDEX jobs_by_created_at ON jobs (created_at, id);
CREATE INDEX jobs_of_owner ON jobs (owner_id, created_at, id);
CREATE INDEX jobs_of_state ON jobs (state, created_at, id);
CREATE INDEX jobs_of_type ON jobs (type, created_at, id);

-- What jobs left out of their input, the first of it.
CREATE TABLE job_rejected_lines (
    job_id   uuid   NOT NULL,
    line     bigint NOT NULL,
    -- Parallel arrays: errors are only ever written and read as a whole.
    fields   text[] NOT NULL,
    messages text[] NOT NULL,
    CONSTRAINT job_rejected_lines_pk PRIMARY KEY (job_id, line),
    CONSTRAINT job_rejected_lines_job_fk FOREIGN KEY (job_id) REFERENCES jobs (id),
    CONSTRAINT job_rejected_lines_errors_paired CHECK (cardinality(fields) = cardinality(messages))
);
