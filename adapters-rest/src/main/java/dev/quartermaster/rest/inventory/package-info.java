/** Stock over HTTP. */
@NullMarked
package dev.quartermaster.rest.inventory;

import org.jspecify.annotations.NullMarked;
