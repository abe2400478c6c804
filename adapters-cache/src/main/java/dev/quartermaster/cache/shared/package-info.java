/**
 * What everything in Redis needs, a link that is known to be alive or known not to be; and the rate
 * limits that all nodes count together over it.
 */
@NullMarked
package dev.quartermaster.cache.shared;

import org.jspecify.annotations.NullMarked;
