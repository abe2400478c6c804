/** Reads the facts of the report from byte code and from the project's files. */
@NullMarked
package dev.quartermaster.architecture.report.reading;

import org.jspecify.annotations.NullMarked;
