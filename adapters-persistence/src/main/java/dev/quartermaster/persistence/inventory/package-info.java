/** The stock ledger in PostgreSQL. */
@NullMarked
package dev.quartermaster.persistence.inventory;

import org.jspecify.annotations.NullMarked;
