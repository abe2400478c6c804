-- Failed log-ins, by what they are counted for: a network address, or an account, which is named by
-- a digest of its email address whether or not there is such an account.
CREATE TABLE failed_log_ins (
    subject      text COLLATE "C" NOT NULL,
    failures     integer          NOT NULL,
    last_at      timestamptz      NOT NULL,
    locked_until timestamptz,
    CONSTRAINT failed_log_ins_pk PRIMARY KEY (subject),
    CONSTRAINT failed_log_ins_count CHECK (failures >= 0)
);

-- For forgetting the old ones.
CREATE INDEX failed_log_ins_by_last_at ON failed_log_ins (last_at);

-- What a user shows besides the password, from the moment that it is confirmed.
CREATE TABLE second_factors (
    user_id        uuid        NOT NULL,
    -- Sealed under a key that is not in the database.
    sealed_secret  text        NOT NULL,
    created_at     timestamptz NOT NULL,
    confirmed_at   timestamptz,
    last_step      bigint      NOT NULL,
    uses           integer     NOT NULL,
    -- Digests of the codes that are left: they are only ever written and read as a whole.
    recovery_codes text[]      NOT NULL,
    CONSTRAINT second_factors_pk PRIMARY KEY (user_id),
    CONSTRAINT second_factors_user_fk FOREIGN KEY (user_id) REFERENCES users (id),
    CONSTRAINT second_factors_uses_count CHECK (uses >= 0)
);
