package dev.quartermaster.domain.shared;

/**
 * One criterion of an order by which a list is given.
 *
 * @param field what to sort by
 * @param descending whether the largest comes first
 */
public record Sort<F extends Enum<F>>(F field, boolean descending) {}
