-- Why the gateway will never carry a refund out. One that was refused makes room for another.
ALTER TABLE payment_refunds
    ADD COLUMN refusal text,
    ADD CONSTRAINT payment_refunds_one_end CHECK (NOT is_done OR refusal IS NULL);

DROP INDEX payment_refunds_one_at_a_time;
CREATE UNIQUE INDEX payment_refunds_one_at_a_time ON payment_refunds (payment_id)
    WHERE NOT is_done AND refusal IS NULL;
