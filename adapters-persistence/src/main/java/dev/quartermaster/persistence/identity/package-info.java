/** Accounts and sessions in PostgreSQL. */
@NullMarked
package dev.quartermaster.persistence.identity;

import org.jspecify.annotations.NullMarked;
