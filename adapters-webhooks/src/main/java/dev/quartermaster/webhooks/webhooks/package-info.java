/** Sends messages to the receivers of webhooks, and to no address that they should not reach. */
@NullMarked
package dev.quartermaster.webhooks.webhooks;

import org.jspecify.annotations.NullMarked;
