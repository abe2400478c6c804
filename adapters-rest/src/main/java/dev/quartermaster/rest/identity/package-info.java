/** Accounts and sessions over HTTP. */
@NullMarked
package dev.quartermaster.rest.identity;

import org.jspecify.annotations.NullMarked;
