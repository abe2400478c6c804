/** Payments of orders, and what is paid back of them. */
@NullMarked
@UsesContexts("ordering")
package dev.quartermaster.domain.payments;

import dev.quartermaster.domain.shared.UsesContexts;
import org.jspecify.annotations.NullMarked;
