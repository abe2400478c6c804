package dev.quartermaster.domain.notifications;

/**
 * How many mails there are at one moment.
 *
 * @param waiting how many are to be sent
 * @param parked how many were given up and are kept
 */
public record MailLoad(long waiting, long parked) {}
