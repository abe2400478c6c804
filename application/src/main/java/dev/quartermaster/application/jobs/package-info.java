/** Use cases of work in the background. */
@NullMarked
package dev.quartermaster.application.jobs;

import org.jspecify.annotations.NullMarked;
