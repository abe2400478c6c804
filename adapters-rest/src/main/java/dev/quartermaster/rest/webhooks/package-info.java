/** Webhooks over HTTP. */
@NullMarked
package dev.quartermaster.rest.webhooks;

import org.jspecify.annotations.NullMarked;
