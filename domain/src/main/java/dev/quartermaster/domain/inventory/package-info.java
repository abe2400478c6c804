/** How many pieces there are of each product, as the sum of a ledger of movements. */
@NullMarked
package dev.quartermaster.domain.inventory;

import org.jspecify.annotations.NullMarked;
