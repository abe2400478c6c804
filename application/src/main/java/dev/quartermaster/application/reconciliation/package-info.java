/** Use cases of the reconciliation. */
@NullMarked
package dev.quartermaster.application.reconciliation;

import org.jspecify.annotations.NullMarked;
