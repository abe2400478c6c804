package dev.quartermaster.domain.audit;

/**
 * What is known of the chain at one moment without walking it.
 *
 * @param head the place that was given last, as noted beside the entries
 * @param last the highest sequence that an entry bears; 0 when none does
 * @param waiting how many entries wait for their place
 */
public record ChainState(ChainLink head, long last, long waiting) {}
