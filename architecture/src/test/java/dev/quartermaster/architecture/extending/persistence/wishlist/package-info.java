/** Wishlists in PostgreSQL. */
@NullMarked
package dev.quartermaster.architecture.extending.persistence.wishlist;

import org.jspecify.annotations.NullMarked;
