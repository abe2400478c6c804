/** What all do who handle events: wait until there are some, and try again when they fail. */
@NullMarked
package dev.quartermaster.messaging.shared;

import org.jspecify.annotations.NullMarked;
