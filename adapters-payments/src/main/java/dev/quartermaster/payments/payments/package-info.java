/** The payment gateway, and the simulated one that stands in for it by default. */
@NullMarked
package dev.quartermaster.payments.payments;

import org.jspecify.annotations.NullMarked;
