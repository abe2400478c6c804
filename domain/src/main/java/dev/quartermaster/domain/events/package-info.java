/** The log of what happened, and who follows it. */
@NullMarked
package dev.quartermaster.domain.events;

import org.jspecify.annotations.NullMarked;
