package dev.quartermaster.domain.identity;

/**
 * How many failed log-ins are borne.
 *
 * @param account for an account, from wherever
 * @param address from an address, for whichever account
 */
public record LockoutPolicies(LockoutPolicy account, LockoutPolicy address) {}
