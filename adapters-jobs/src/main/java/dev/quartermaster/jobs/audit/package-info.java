/** Chains the audit trail. */
@NullMarked
package dev.quartermaster.jobs.audit;

import org.jspecify.annotations.NullMarked;
