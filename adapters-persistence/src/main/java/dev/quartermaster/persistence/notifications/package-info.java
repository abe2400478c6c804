/** The mail queue in PostgreSQL. */
@NullMarked
package dev.quartermaster.persistence.notifications;

import org.jspecify.annotations.NullMarked;
