/** Use cases of accounts and sessions. */
@NullMarked
package dev.quartermaster.application.identity;

import org.jspecify.annotations.NullMarked;
