-- Keys by which programs act for users, also those that were revoked or have expired.
CREATE TABLE api_keys (
    id           uuid             NOT NULL,
    owner_id     uuid             NOT NULL,
    name         text COLLATE "C" NOT NULL,
    prefix       text COLLATE "C" NOT NULL,
    -- SHA-256 in hexadecimal: the key holds 256 random bits, which nobody guesses from it.
    secret_hash  text             NOT NULL,
    scopes       text[]           NOT NULL,
    created_at   timestamptz      NOT NULL,
    expires_at   timestamptz      NOT NULL,
    -- Written once a minute at the most, and in no index, so that such a write touches the row alone.
    last_used_at timestamptz,
    revoked_at   timestamptz,
    version      bigint           NOT NULL,
    CONSTRAINT api_keys_pk PRIMARY KEY (id),
    CONSTRAINT api_keys_owner_fk FOREIGN KEY (owner_id) REFERENCES users (id),
    CONSTRAINT api_keys_hash_is_sha256 CHECK (secret_hash ~ '^[0-9a-f]{64}$'),
    CONSTRAINT api_keys_have_scopes CHECK (cardinality(scopes) > 0),
    CONSTRAINT api_keys_version_counts CHECK (version > 0)
) WITH (fillfactor = 80);

-- For finding the key that a request names.
CREATE UNIQUE INDEX api_keys_prefix_unique ON api_keys (prefix);

-- One for each order in which keys are listed, and one for those of an owner.
CREATE INDEX api_keys_by_name ON api_keys (name, id);
CREATE INDEX api_keys_by_created_at ON api_keys (created_at, id);
CREATE INDEX api_keys_by_expires_at ON api_keys (expires_at, id);
CREATE INDEX api_keys_of_owner ON api_keys (owner_id, created_at, id);
