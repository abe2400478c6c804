/** How many pieces there are of each product, as the sum of a ledger of movements. */
@NullMarked
@UsesContexts("catalog")
package dev.quartermaster.domain.inventory;

import dev.quartermaster.domain.shared.UsesContexts;
import org.jspecify.annotations.NullMarked;
