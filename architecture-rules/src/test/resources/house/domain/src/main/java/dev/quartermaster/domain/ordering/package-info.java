/**
 * Orders,
 * and {@link Orders all} about <em>them</em>. Not this.
 */
package dev.quartermaster.domain.ordering;
