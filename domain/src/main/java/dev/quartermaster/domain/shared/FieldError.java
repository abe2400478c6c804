package dev.quartermaster.domain.shared;

/**
 * One input field at fault.
 *
 * @param field the path of the field as the caller sent it, such as {@code items[0].quantity}
 * @param message what is wrong with it and what would be right
 */
public record FieldError(String field, String message) {}
