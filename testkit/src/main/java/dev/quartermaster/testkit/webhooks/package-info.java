/** Stand-ins, contracts and examples of the context of webhooks. */
@NullMarked
package dev.quartermaster.testkit.webhooks;

import org.jspecify.annotations.NullMarked;
