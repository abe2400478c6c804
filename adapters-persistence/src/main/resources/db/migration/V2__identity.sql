-- Texts that are sorted or compared carry the "C" collation: an order that no library of the
-- server's system can change under an index, and that is the same on every server.
CREATE TABLE users (
    id             uuid             NOT NULL,
    name           text COLLATE "C" NOT NULL,
    email          text COLLATE "C" NOT NULL,
    password_hash  text             NOT NULL,
    roles          text[]           NOT NULL,
    email_verified boolean          NOT NULL,
    created_at     timestamptz      NOT NULL,
    updated_at     timestamptz      NOT NULL,
    version        bigint           NOT NULL,
    deleted_at     timestamptz,
    CONSTRAINT users_pk PRIMARY KEY (id),
    CONSTRAINT users_email_lower_case CHECK (email = lower(email)),
    CONSTRAINT users_have_roles CHECK (cardinality(roles) > 0),
    CONSTRAINT users_version_counts CHECK (version > 0)
);

-- Among the living only, so that a deleted account's address can sign up again. Addresses arrive in
-- lower case; the check keeps it so, whoever writes.
CREATE UNIQUE INDEX users_email_living ON users (email) WHERE deleted_at IS NULL;

-- One for each order in which accounts are listed; the address has the one above.
CREATE INDEX users_by_name ON users (name, id) WHERE deleted_at IS NULL;
CREATE INDEX users_by_created_at ON users (created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX users_by_updated_at ON users (updated_at, id) WHERE deleted_at IS NULL;

CREATE TABLE sessions (
    id         uuid        NOT NULL,
    user_id    uuid        NOT NULL,
    generation integer     NOT NULL,
    rotated_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    CONSTRAINT sessions_pk PRIMARY KEY (id),
    CONSTRAINT sessions_user_fk FOREIGN KEY (user_id) REFERENCES users (id),
    CONSTRAINT sessions_generation_counts CHECK (generation >= 0)
);

-- For ending all sessions of a user.
CREATE INDEX sessions_of_user ON sessions (user_id) WHERE revoked_at IS NULL;

-- For forgetting the expired ones.
CREATE INDEX sessions_by_expires_at ON sessions (expires_at);
