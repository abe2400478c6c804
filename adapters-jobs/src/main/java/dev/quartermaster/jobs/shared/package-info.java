/** Forgets kept answers, and holds what all jobs need. */
@NullMarked
package dev.quartermaster.jobs.shared;

import org.jspecify.annotations.NullMarked;
