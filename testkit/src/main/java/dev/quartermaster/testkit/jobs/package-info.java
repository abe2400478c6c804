/** Jobs to test with. */
@NullMarked
package dev.quartermaster.testkit.jobs;

import org.jspecify.annotations.NullMarked;
