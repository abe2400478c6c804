/** Contracts, in-memory ports and fixtures that serve all contexts. */
@NullMarked
package dev.quartermaster.testkit.shared;

import org.jspecify.annotations.NullMarked;
