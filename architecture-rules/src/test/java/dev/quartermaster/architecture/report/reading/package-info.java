/** The report, piece by piece. */
@NullMarked
package dev.quartermaster.architecture.report.reading;

import org.jspecify.annotations.NullMarked;
