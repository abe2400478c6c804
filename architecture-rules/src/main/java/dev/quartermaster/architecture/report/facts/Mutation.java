package dev.quartermaster.architecture.report.facts;

/**
 * Something that was broken on purpose, and the rule that noticed.
 *
 * @param name what was broken
 * @param rule the rule that has to notice
 * @param caught whether the build turned red under that rule's name
 */
public record Mutation(String name, String rule, boolean caught) {}
