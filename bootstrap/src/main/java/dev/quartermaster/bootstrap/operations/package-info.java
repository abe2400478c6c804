/** What the people who run the application need of it: health, metrics and first data. */
@NullMarked
package dev.quartermaster.bootstrap.operations;

import org.jspecify.annotations.NullMarked;
