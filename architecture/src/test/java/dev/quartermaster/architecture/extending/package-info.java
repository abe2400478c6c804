/**
 * The worked example of the guide {@code docs/extending.md}, a context {@code wishlist}, laid out
 * as the modules would have it; and the tests that hold guide and example together.
 */
@NullMarked
package dev.quartermaster.architecture.extending;

import org.jspecify.annotations.NullMarked;
