/** Users, their roles and credentials, and the sessions in which they are signed in. */
@NullMarked
package dev.quartermaster.domain.identity;

import org.jspecify.annotations.NullMarked;
