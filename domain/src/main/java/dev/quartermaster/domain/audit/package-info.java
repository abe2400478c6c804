/**
 * The audit trail as it can be read and verified. What is appended to it goes through {@code
 * shared.AuditTrail}.
 */
@NullMarked
package dev.quartermaster.domain.audit;

import org.jspecify.annotations.NullMarked;
