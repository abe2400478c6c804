/**
 * The composition root: it reads the settings, starts what is not configured, runs Quarkus, and
 * stops everything in the right order.
 */
@NullMarked
package dev.quartermaster.bootstrap;

import org.jspecify.annotations.NullMarked;
