/** Wishlists to test with, and what their ports promise. */
@NullMarked
package dev.quartermaster.architecture.extending.testkit.wishlist;

import org.jspecify.annotations.NullMarked;
