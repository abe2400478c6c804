/** What happened, over HTTP. */
@NullMarked
package dev.quartermaster.rest.events;

import org.jspecify.annotations.NullMarked;
