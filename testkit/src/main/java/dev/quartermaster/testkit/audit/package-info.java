/** Contracts and in-memory ports of the audit trail as it can be read and verified. */
@NullMarked
package dev.quartermaster.testkit.audit;

import org.jspecify.annotations.NullMarked;
