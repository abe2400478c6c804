/** Wishlists over HTTP. */
@NullMarked
package dev.quartermaster.architecture.extending.rest.wishlist;

import org.jspecify.annotations.NullMarked;
