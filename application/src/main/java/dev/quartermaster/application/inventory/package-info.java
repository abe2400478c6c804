/** Use cases of the stock. */
@NullMarked
package dev.quartermaster.application.inventory;

import org.jspecify.annotations.NullMarked;
