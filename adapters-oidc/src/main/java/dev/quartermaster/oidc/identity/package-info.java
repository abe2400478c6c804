/** Identities of others, by OpenID Connect. */
@NullMarked
package dev.quartermaster.oidc.identity;

import org.jspecify.annotations.NullMarked;
