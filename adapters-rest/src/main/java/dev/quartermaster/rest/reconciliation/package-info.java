/** The reconciliation over HTTP. */
@NullMarked
package dev.quartermaster.rest.reconciliation;

import org.jspecify.annotations.NullMarked;
