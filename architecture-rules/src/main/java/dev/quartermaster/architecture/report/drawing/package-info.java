/** Draws the report's pictures: places boxes and arrows, the same ones in the same places. */
@NullMarked
package dev.quartermaster.architecture.report.drawing;

import org.jspecify.annotations.NullMarked;
