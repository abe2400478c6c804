/** Contracts, in-memory ports and fixtures of accounts and sessions. */
@NullMarked
package dev.quartermaster.testkit.identity;

import org.jspecify.annotations.NullMarked;
