/** The newest events in each node's memory, and those who follow them. */
@NullMarked
package dev.quartermaster.cache.events;

import org.jspecify.annotations.NullMarked;
