/** The architecture report: what the build found out about the house, as a page and as JSON. */
@NullMarked
package dev.quartermaster.architecture.report;

import org.jspecify.annotations.NullMarked;
