/** Ends orders that were not paid in time. */
@NullMarked
package dev.quartermaster.jobs.ordering;

import org.jspecify.annotations.NullMarked;
