-- Mails that are not out yet; a row goes once its mail is out or given up.
CREATE TABLE mails (
    id              uuid        NOT NULL,
    recipient       text        NOT NULL,
    template        text        NOT NULL,
    -- A JSON object, sealed under a key that the database does not hold: there may be one-time
    -- tokens in it.
    parameters      text        NOT NULL,
    created_at      timestamptz NOT NULL,
    attempts        integer     NOT NULL,
    -- Also the end of a lease: who takes a mail to send it moves this on.
    next_attempt_at timestamptz NOT NULL,
    CONSTRAINT mails_pk PRIMARY KEY (id),
    CONSTRAINT mails_attempts_count CHECK (attempts >= 0)
);

-- For taking what is due.
CREATE INDEX mails_by_next_attempt_at ON mails (next_attempt_at);

-- Secrets that were mailed to show that somebody reads mails to an address. One at a time for a
-- purpose, so that issuing another one ends the one before; a row goes when its token is used.
CREATE TABLE one_time_tokens (
    user_id    uuid        NOT NULL,
    purpose    text        NOT NULL,
    -- SHA-256, in hexadecimal digits.
    hash       text        NOT NULL,
    -- Where it was mailed to; it shows nothing about another address that the account has since.
    email      text        NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT one_time_tokens_pk PRIMARY KEY (user_id, purpose),
    CONSTRAINT one_time_tokens_user_fk FOREIGN KEY (user_id) REFERENCES users (id)
);

-- For using one.
CREATE UNIQUE INDEX one_time_tokens_by_hash ON one_time_tokens (hash);

-- For forgetting the expired ones.
CREATE INDEX one_time_tokens_by_expires_at ON one_time_tokens (expires_at);

-- Passwords that somebody says they have forgotten, whether or not there is such an account: who
-- asks must not learn that from how long the answer takes. A row goes once it has been looked into.
CREATE TABLE password_reset_requests (
    id           uuid        NOT NULL,
    email        text        NOT NULL,
    requested_at timestamptz NOT NULL,
    CONSTRAINT password_reset_requests_pk PRIMARY KEY (id)
);
