/** Reconciles by itself. */
@NullMarked
package dev.quartermaster.jobs.reconciliation;

import org.jspecify.annotations.NullMarked;
