/** Webhooks and their deliveries in PostgreSQL. */
@NullMarked
package dev.quartermaster.persistence.webhooks;

import org.jspecify.annotations.NullMarked;
