-- By which a user tells one session from another.
ALTER TABLE sessions
    ADD COLUMN created_at timestamptz,
    ADD COLUMN address    text,
    ADD COLUMN user_agent text;

-- An id of version 7 begins with the milliseconds at which it was made (RFC 9562). Nobody noted
-- from where the sessions until now were opened.
UPDATE sessions
SET created_at = to_timestamp(
        ('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint / 1000.0),
    address = '',
    user_agent = '';

ALTER TABLE sessions
    ALTER COLUMN created_at SET NOT NULL,
    ALTER COLUMN address SET NOT NULL,
    ALTER COLUMN user_agent SET NOT NULL,
    ADD CONSTRAINT sessions_user_agent_bounded CHECK (char_length(user_agent) <= 256);

-- For listing and for ending all sessions of a user.
DROP INDEX sessions_of_user;
CREATE INDEX sessions_of_user ON sessions (user_id, created_at, id) WHERE revoked_at IS NULL;
