/** The upkeep of the log of events. */
@NullMarked
package dev.quartermaster.jobs.events;

import org.jspecify.annotations.NullMarked;
