/** The audit trail and its chain in PostgreSQL. */
@NullMarked
package dev.quartermaster.persistence.audit;

import org.jspecify.annotations.NullMarked;
