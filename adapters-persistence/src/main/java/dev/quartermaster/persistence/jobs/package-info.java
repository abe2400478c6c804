/** Jobs in PostgreSQL. */
@NullMarked
package dev.quartermaster.persistence.jobs;

import org.jspecify.annotations.NullMarked;
