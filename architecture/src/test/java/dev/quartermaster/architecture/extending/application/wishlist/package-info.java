/** Use cases of wishlists. */
@NullMarked
package dev.quartermaster.architecture.extending.application.wishlist;

import org.jspecify.annotations.NullMarked;
