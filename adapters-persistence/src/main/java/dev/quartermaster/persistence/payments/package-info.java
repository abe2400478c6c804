/** Payments in PostgreSQL. */
@NullMarked
package dev.quartermaster.persistence.payments;

import org.jspecify.annotations.NullMarked;
