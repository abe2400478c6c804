/** Works on jobs. */
@NullMarked
package dev.quartermaster.jobs.jobs;

import org.jspecify.annotations.NullMarked;
