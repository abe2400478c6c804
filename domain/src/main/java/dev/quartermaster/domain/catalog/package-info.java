/** What the shop sells. Stock is not part of it: see {@code inventory}. */
@NullMarked
package dev.quartermaster.domain.catalog;

import org.jspecify.annotations.NullMarked;
