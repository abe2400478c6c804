/** Contracts, in-memory ports and fixtures of the stock. */
@NullMarked
package dev.quartermaster.testkit.inventory;

import org.jspecify.annotations.NullMarked;
