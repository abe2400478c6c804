/**
 * Mails what forgotten passwords need, and forgets sessions and tokens that nobody can use any
 * more.
 */
@NullMarked
package dev.quartermaster.jobs.identity;

import org.jspecify.annotations.NullMarked;
