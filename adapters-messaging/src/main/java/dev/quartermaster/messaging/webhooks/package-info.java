/** Queues events for webhooks, and delivers what is queued. */
@NullMarked
package dev.quartermaster.messaging.webhooks;

import org.jspecify.annotations.NullMarked;
