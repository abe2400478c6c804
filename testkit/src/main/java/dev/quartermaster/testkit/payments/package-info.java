/** Payments to test with: the ports in memory, and what every implementation of them promises. */
@NullMarked
package dev.quartermaster.testkit.payments;

import org.jspecify.annotations.NullMarked;
