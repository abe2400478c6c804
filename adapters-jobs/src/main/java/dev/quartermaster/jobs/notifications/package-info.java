/** Sends queued mails. */
@NullMarked
package dev.quartermaster.jobs.notifications;

import org.jspecify.annotations.NullMarked;
