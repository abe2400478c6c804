/** Orders in PostgreSQL. */
@NullMarked
package dev.quartermaster.persistence.ordering;

import org.jspecify.annotations.NullMarked;
