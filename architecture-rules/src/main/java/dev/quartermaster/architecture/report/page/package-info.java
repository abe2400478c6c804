/** Writes the report, as a page for people and as JSON for machines. */
@NullMarked
package dev.quartermaster.architecture.report.page;

import org.jspecify.annotations.NullMarked;
