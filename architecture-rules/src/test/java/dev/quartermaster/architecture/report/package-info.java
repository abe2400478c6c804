/** The report on a house small enough to know all of it. */
@NullMarked
package dev.quartermaster.architecture.report;

import org.jspecify.annotations.NullMarked;
