/** Publishes what was committed, and runs those who handle it. */
@NullMarked
package dev.quartermaster.messaging.events;

import org.jspecify.annotations.NullMarked;
