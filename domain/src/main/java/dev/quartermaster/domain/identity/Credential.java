package dev.quartermaster.domain.identity;

/**
 * What a log-in is checked against.
 *
 * @param user whose it is
 * @param password the hash of the user's password
 */
public record Credential(User user, PasswordHash password) {}
