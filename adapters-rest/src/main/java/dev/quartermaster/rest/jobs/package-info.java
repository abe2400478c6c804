/** Work in the background over HTTP. */
@NullMarked
package dev.quartermaster.rest.jobs;

import org.jspecify.annotations.NullMarked;
