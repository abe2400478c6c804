/** The catalogue over HTTP. */
@NullMarked
package dev.quartermaster.rest.catalog;

import org.jspecify.annotations.NullMarked;
