/** Chains the audit trail, and verifies the chain. */
@NullMarked
package dev.quartermaster.jobs.audit;

import org.jspecify.annotations.NullMarked;
