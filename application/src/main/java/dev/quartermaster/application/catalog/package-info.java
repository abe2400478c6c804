/** Use cases of the catalogue. */
@NullMarked
package dev.quartermaster.application.catalog;

import org.jspecify.annotations.NullMarked;
