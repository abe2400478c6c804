/** Orders over HTTP. */
@NullMarked
package dev.quartermaster.rest.ordering;

import org.jspecify.annotations.NullMarked;
