/** The catalogue in PostgreSQL. */
@NullMarked
package dev.quartermaster.persistence.catalog;

import org.jspecify.annotations.NullMarked;
