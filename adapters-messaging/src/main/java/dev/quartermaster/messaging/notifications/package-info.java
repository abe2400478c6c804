/** Writes to people what the log of events tells. */
@NullMarked
package dev.quartermaster.messaging.notifications;

import org.jspecify.annotations.NullMarked;
