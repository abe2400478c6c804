/** The log of all events as topics of the WebSocket. */
@NullMarked
package dev.quartermaster.realtime.events;

import org.jspecify.annotations.NullMarked;
