package dev.quartermaster.domain.notifications;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.Language;

/**
 * Somebody to write to.
 *
 * @param address where mails go
 * @param language in which language they are written
 */
public record Recipient(EmailAddress address, Language language) {}
