/** Use cases of the audit trail. */
@NullMarked
package dev.quartermaster.application.audit;

import org.jspecify.annotations.NullMarked;
