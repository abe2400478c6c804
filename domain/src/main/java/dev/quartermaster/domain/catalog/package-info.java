/** What the shop sells. Stock is not part of it: see {@code inventory}. */
@NullMarked
@UsesContexts("jobs")
package dev.quartermaster.domain.catalog;

import dev.quartermaster.domain.shared.UsesContexts;
import org.jspecify.annotations.NullMarked;
