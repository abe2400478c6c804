/** Contracts, in-memory ports and fixtures of the catalogue. */
@NullMarked
package dev.quartermaster.testkit.catalog;

import org.jspecify.annotations.NullMarked;
