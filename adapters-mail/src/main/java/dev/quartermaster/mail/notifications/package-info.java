/** Fills templates and hands mails to an SMTP server; in dev mode and tests shows them. */
@NullMarked
package dev.quartermaster.mail.notifications;

import org.jspecify.annotations.NullMarked;
