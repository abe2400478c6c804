/** Use cases of payments. */
@NullMarked
package dev.quartermaster.application.payments;

import org.jspecify.annotations.NullMarked;
