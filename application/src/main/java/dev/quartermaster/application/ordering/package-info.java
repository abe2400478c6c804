/** Use cases of orders. */
@NullMarked
package dev.quartermaster.application.ordering;

import org.jspecify.annotations.NullMarked;
