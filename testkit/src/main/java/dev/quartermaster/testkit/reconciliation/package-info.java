/** The reconciliation to test with: its ports in memory, and what every one of them promises. */
@NullMarked
package dev.quartermaster.testkit.reconciliation;

import org.jspecify.annotations.NullMarked;
