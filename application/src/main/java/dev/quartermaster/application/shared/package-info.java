/** Use cases that serve all contexts. */
@NullMarked
package dev.quartermaster.application.shared;

import org.jspecify.annotations.NullMarked;
