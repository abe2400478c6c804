package dev.quartermaster.domain.audit;

/**
 * A place in the chain.
 *
 * @param sequence counts the entries, from 1
 * @param hash the hash of the entry there
 */
public record ChainLink(long sequence, ChainHash hash) {
  /** What the first entry follows. */
  public static final ChainLink START = new ChainLink(0, new ChainHash("0".repeat(64)));
}
