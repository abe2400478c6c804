/** Contracts, in-memory ports and fixtures of orders. */
@NullMarked
package dev.quartermaster.testkit.ordering;

import org.jspecify.annotations.NullMarked;
