/** Events on their way to the programs of others: where they go, and how each delivery went. */
@NullMarked
package dev.quartermaster.domain.webhooks;

import org.jspecify.annotations.NullMarked;
