/** Users, their roles and credentials, the sessions in which they are signed in, and API keys. */
@NullMarked
package dev.quartermaster.domain.identity;

import org.jspecify.annotations.NullMarked;
