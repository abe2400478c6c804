/** Work in the background: what it is, how far it has come, and what became of it. */
@NullMarked
package dev.quartermaster.domain.jobs;

import org.jspecify.annotations.NullMarked;
