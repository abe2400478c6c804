/** Sends queued mails, and looks after those that were given up. */
@NullMarked
package dev.quartermaster.jobs.notifications;

import org.jspecify.annotations.NullMarked;
