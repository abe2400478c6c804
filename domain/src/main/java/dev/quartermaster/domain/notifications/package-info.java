/** Mails on their way out. */
@NullMarked
@UsesContexts("identity")
package dev.quartermaster.domain.notifications;

import dev.quartermaster.domain.shared.UsesContexts;
import org.jspecify.annotations.NullMarked;
