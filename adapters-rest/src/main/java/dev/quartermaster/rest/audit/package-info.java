/** The audit trail over HTTP. */
@NullMarked
package dev.quartermaster.rest.audit;

import org.jspecify.annotations.NullMarked;
