/** Orders, from their placing to their end. */
@NullMarked
@UsesContexts("catalog")
package dev.quartermaster.domain.ordering;

import dev.quartermaster.domain.shared.UsesContexts;
import org.jspecify.annotations.NullMarked;
