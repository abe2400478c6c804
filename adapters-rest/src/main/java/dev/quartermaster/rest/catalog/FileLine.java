package dev.quartermaster.rest.catalog;

import java.util.Optional;

/**
 * A line of a file; one with a quoted line break counts as one, at the number where it begins.
 *
 * @param number its number, from 1
 * @param text what it says, without its end
 * @param fault why it cannot be read; empty when it can
 */
record FileLine(long number, String text, Optional<String> fault) {}
