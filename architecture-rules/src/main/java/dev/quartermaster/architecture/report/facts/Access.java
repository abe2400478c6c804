package dev.quartermaster.architecture.report.facts;

/**
 * Who may call an endpoint.
 *
 * @param decided whether the code says it
 * @param who such as {@code signed in}
 */
public record Access(boolean decided, String who) {}
