/** Keeps products near their readers, and the same on every node. */
@NullMarked
package dev.quartermaster.cache.catalog;

import org.jspecify.annotations.NullMarked;
