/**
 * The rules of the house, each with its reason, and what they are told in terms of: layers,
 * contexts, ports and endpoints. All of these are discovered in the compiled classes; nothing lists
 * modules or contexts.
 */
@NullMarked
package dev.quartermaster.architecture.rules;

import org.jspecify.annotations.NullMarked;
