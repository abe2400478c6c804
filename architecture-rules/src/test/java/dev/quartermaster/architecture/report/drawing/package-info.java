/** The report, piece by piece. */
@NullMarked
package dev.quartermaster.architecture.report.drawing;

import org.jspecify.annotations.NullMarked;
