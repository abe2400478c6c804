/** What the report states, as plain records: the page shows them, and the JSON form is them. */
@NullMarked
package dev.quartermaster.architecture.report.facts;

import org.jspecify.annotations.NullMarked;
