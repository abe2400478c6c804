/** The log of events, in memory, and what it promises. */
@NullMarked
package dev.quartermaster.testkit.events;

import org.jspecify.annotations.NullMarked;
