/** The reconciliation in PostgreSQL. */
@NullMarked
package dev.quartermaster.persistence.reconciliation;

import org.jspecify.annotations.NullMarked;
