/** What customers would like to have. */
@NullMarked
@UsesContexts("catalog")
package dev.quartermaster.architecture.extending.domain.wishlist;

import dev.quartermaster.domain.shared.UsesContexts;
import org.jspecify.annotations.NullMarked;
