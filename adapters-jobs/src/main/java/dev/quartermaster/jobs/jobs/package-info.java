/** Works on jobs, and on what recurs. */
@NullMarked
package dev.quartermaster.jobs.jobs;

import org.jspecify.annotations.NullMarked;
