/** Manages webhooks, queues events for them, and delivers these. */
@NullMarked
package dev.quartermaster.application.webhooks;

import org.jspecify.annotations.NullMarked;
