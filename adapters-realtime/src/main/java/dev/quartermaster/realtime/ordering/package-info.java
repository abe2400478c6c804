/** Orders as topics of the WebSocket. */
@NullMarked
package dev.quartermaster.realtime.ordering;

import org.jspecify.annotations.NullMarked;
