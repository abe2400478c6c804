/** Payments and refunds over HTTP. */
@NullMarked
package dev.quartermaster.rest.payments;

import org.jspecify.annotations.NullMarked;
