/** Mails that were given up, over HTTP. */
@NullMarked
package dev.quartermaster.rest.notifications;

import org.jspecify.annotations.NullMarked;
