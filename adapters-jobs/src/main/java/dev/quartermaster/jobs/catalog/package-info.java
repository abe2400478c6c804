/** Forgets files of products that nobody will carry out. */
@NullMarked
package dev.quartermaster.jobs.catalog;

import org.jspecify.annotations.NullMarked;
