/**
 * The database's side of what all contexts share: transactions, statements, lists and identifiers.
 */
@NullMarked
package dev.quartermaster.persistence.shared;

import org.jspecify.annotations.NullMarked;
