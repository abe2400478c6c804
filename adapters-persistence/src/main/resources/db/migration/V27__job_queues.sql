-- Jobs wait by queue now, and those of a queue by their priorities.
ALTER TABLE scheduled_tasks ADD COLUMN priority integer NOT NULL DEFAULT 0;
UPDATE scheduled_tasks SET task_name = 'imports' WHERE task_name = 'jobs';

-- For taking what is due, the most urgent first.
CREATE INDEX scheduled_tasks_by_priority
    ON scheduled_tasks (picked, priority DESC, execution_time);
DROP INDEX scheduled_tasks_by_execution_time;

ALTER TABLE jobs
    ADD COLUMN priority   integer NOT NULL DEFAULT 0,
    ADD COLUMN unique_key text,
    -- Before when no node begins it, or tries it again.
    ADD COLUMN run_at     timestamptz,
    -- Failures in a row since it last came further.
    ADD COLUMN attempts   integer NOT NULL DEFAULT 0;
UPDATE jobs SET run_at = created_at;
ALTER TABLE jobs
    ALTER COLUMN run_at SET NOT NULL,
    ALTER COLUMN priority DROP DEFAULT,
    ALTER COLUMN attempts DROP DEFAULT,
    ADD CONSTRAINT jobs_attempts_count CHECK (attempts >= 0);

-- Of the jobs of a type that have the same key, one is unfinished at the most.
CREATE UNIQUE INDEX jobs_unfinished_by_unique_key ON jobs (type, unique_key)
    WHERE state IN ('queued', 'running');

-- For telling what waits, what runs and what was given up.
CREATE INDEX jobs_to_watch ON jobs (type, state, run_at)
    WHERE state IN ('queued', 'running', 'failed');

-- For forgetting what was over long ago.
CREATE INDEX jobs_by_finished_at ON jobs (finished_at) WHERE finished_at IS NOT NULL;

-- What recurs, when it runs next, and which node is at it, in the form that db-scheduler asks for.
-- Some ten rows, which are read faster whole than by an index.
CREATE TABLE schedules (
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
    CONSTRAINT schedules_pk PRIMARY KEY (task_name, task_instance)
);
