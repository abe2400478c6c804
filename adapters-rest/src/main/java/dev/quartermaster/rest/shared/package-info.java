/** What all HTTP resources share: problems, lists, preconditions, idempotency, request ids. */
@NullMarked
package dev.quartermaster.rest.shared;

import org.jspecify.annotations.NullMarked;
