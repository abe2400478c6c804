/** Whether orders, payments, the gateway's books and the stock tell the same story. */
@NullMarked
@UsesContexts({"catalog", "inventory", "ordering", "payments"})
package dev.quartermaster.domain.reconciliation;

import dev.quartermaster.domain.shared.UsesContexts;
import org.jspecify.annotations.NullMarked;
