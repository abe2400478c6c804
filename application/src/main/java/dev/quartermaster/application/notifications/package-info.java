/** Queues mails, and sends them. */
@NullMarked
package dev.quartermaster.application.notifications;

import org.jspecify.annotations.NullMarked;
