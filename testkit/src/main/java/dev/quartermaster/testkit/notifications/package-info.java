/** The contract of every out-port of the notifications, and an implementation in memory. */
@NullMarked
package dev.quartermaster.testkit.notifications;

import org.jspecify.annotations.NullMarked;
