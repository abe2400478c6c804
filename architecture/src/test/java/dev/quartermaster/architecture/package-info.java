/** Holds the whole house to its rules, and the rules to what they promise. */
@NullMarked
package dev.quartermaster.architecture;

import org.jspecify.annotations.NullMarked;
