-- Which identity at an OpenID Connect issuer belongs to which account.
CREATE TABLE external_identities (
    -- Both exactly as the issuer's tokens have them; a subject is unique within its issuer alone.
    issuer    text COLLATE "C" NOT NULL,
    subject   text COLLATE "C" NOT NULL,
    user_id   uuid             NOT NULL,
    linked_at timestamptz      NOT NULL,
    CONSTRAINT external_identities_pk PRIMARY KEY (issuer, subject),
    CONSTRAINT external_identities_user_fk FOREIGN KEY (user_id) REFERENCES users (id)
);

-- For forgetting all identities of a user.
CREATE INDEX external_identities_of_user ON external_identities (user_id);
