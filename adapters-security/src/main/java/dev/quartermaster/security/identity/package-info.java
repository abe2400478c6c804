/** Hashes passwords, and writes and checks the tokens of sessions. */
@NullMarked
package dev.quartermaster.security.identity;

import org.jspecify.annotations.NullMarked;
