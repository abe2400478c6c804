/** What all caches need: a link to Redis that is known to be alive, or known not to be. */
@NullMarked
package dev.quartermaster.cache.shared;

import org.jspecify.annotations.NullMarked;
