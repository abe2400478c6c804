/** Who speaks on a WebSocket. */
@NullMarked
package dev.quartermaster.realtime.identity;

import org.jspecify.annotations.NullMarked;
