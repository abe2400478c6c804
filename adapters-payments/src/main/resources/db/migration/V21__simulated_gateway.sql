-- The books of the simulated gateway: an outside system, as far as all else is concerned. Nothing
-- but the simulator reads them, and each of its statements commits by itself.
CREATE TABLE simulated_charges (
    payment_id uuid        NOT NULL,
    method     text        NOT NULL,
    amount     bigint      NOT NULL,
    currency   char(3)     NOT NULL,
    -- 'unheard' counts calls that failed, and is no charge yet.
    status     text        NOT NULL,
    calls      integer     NOT NULL,
    -- Until then it is being processed.
    decided_at timestamptz NOT NULL,
    CONSTRAINT simulated_charges_pk PRIMARY KEY (payment_id),
    CONSTRAINT simulated_charges_status_known CHECK (status IN
        ('unheard', 'authorized', 'captured', 'declined', 'voided'))
);

-- What the simulated gateway has paid back.
CREATE TABLE simulated_refunds (
    payment_id uuid   NOT NULL,
    refund_id  uuid   NOT NULL,
    amount     bigint NOT NULL,
    CONSTRAINT simulated_refunds_pk PRIMARY KEY (payment_id, refund_id),
    CONSTRAINT simulated_refunds_charge_fk FOREIGN KEY (payment_id) REFERENCES simulated_charges (payment_id)
);
