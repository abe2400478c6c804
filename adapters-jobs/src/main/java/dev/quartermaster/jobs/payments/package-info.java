/** Carries payments on that nobody works on. */
@NullMarked
package dev.quartermaster.jobs.payments;

import org.jspecify.annotations.NullMarked;
