package dev.quartermaster.domain.notifications;

import dev.quartermaster.domain.identity.EmailAddress;
import java.time.Instant;

/**
 * A mail that was given up, without what it is filled with.
 *
 * @param id which mail
 * @param recipient where it goes
 * @param template what it says
 * @param attempts how often sending it was begun
 * @param failure why the last attempt failed
 * @param createdAt when it was asked for
 * @param parkedAt when it was given up
 */
public record ParkedMail(
    MailId id,
    EmailAddress recipient,
    MailTemplate template,
    int attempts,
    String failure,
    Instant createdAt,
    Instant parkedAt) {}
