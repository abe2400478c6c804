/** Orders, from their placing to their end. */
@NullMarked
package dev.quartermaster.domain.ordering;

import org.jspecify.annotations.NullMarked;
