/** Digests that serve all contexts. */
@NullMarked
package dev.quartermaster.security.shared;

import org.jspecify.annotations.NullMarked;
