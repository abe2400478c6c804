/** Publishing what happened, and vouching for the log of it. */
@NullMarked
package dev.quartermaster.application.events;

import org.jspecify.annotations.NullMarked;
