/** The rules that hold the house together, over the production classes of all modules. */
@NullMarked
package dev.quartermaster.architecture;

import org.jspecify.annotations.NullMarked;
