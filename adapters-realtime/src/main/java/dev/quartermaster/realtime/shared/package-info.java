/** The WebSocket: its messages, its connections, and what keeps them honest. */
@NullMarked
package dev.quartermaster.realtime.shared;

import org.jspecify.annotations.NullMarked;
