/**
 * Joins contexts that need each other: an out-port of one, served by an in-port of another. Only
 * here both sides are in sight.
 */
@NullMarked
package dev.quartermaster.bootstrap.contexts;

import org.jspecify.annotations.NullMarked;
