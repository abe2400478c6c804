package dev.quartermaster.persistence.shared;

import java.util.function.Function;

/**
 * A column that a list can be sorted by; it holds no nulls.
 *
 * @param name the column
 * @param type what it holds
 * @param value its value for an item, a {@link String}, {@link Long}, {@link java.time.Instant} or
 *     {@link java.util.UUID} as the type has it
 */
public record SortColumn<T>(String name, SortType type, Function<T, Object> value) {}
