/** The use cases of all contexts: in-ports and the services behind them. */
@NullMarked
package dev.quartermaster.application;

import org.jspecify.annotations.NullMarked;
