/** The log of events in PostgreSQL. */
@NullMarked
package dev.quartermaster.persistence.events;

import org.jspecify.annotations.NullMarked;
