package dev.quartermaster.architecture.report.facts;

/**
 * A dependency on a module or a context.
 *
 * @param name what is used
 * @param classes how many classes use it
 */
public record Use(String name, int classes) {}
