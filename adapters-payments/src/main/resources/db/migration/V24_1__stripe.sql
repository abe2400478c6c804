-- Which PaymentIntent at Stripe a payment is. It is known here before it can move money, so that it
-- is read by its own id ever after. Each statement on this table commits by itself.
CREATE TABLE stripe_intents (
    payment_id uuid    NOT NULL,
    amount     bigint  NOT NULL,
    currency   char(3) NOT NULL,
    -- The PaymentIntent's id at Stripe; none before Stripe has given one.
    intent_id  text,
    -- How the payment ended before there was a PaymentIntent; there can be none after that.
    ended      text,
    -- Part of the idempotency keys: what Stripe did not do under one, it never will under that.
    round      integer NOT NULL,
    CONSTRAINT stripe_intents_pk PRIMARY KEY (payment_id),
    CONSTRAINT stripe_intents_ended_known CHECK (ended IN ('declined', 'voided')),
    CONSTRAINT stripe_intents_one_or_the_other CHECK (intent_id IS NULL OR ended IS NULL)
);
