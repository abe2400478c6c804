package dev.quartermaster.domain.shared;

import java.util.Optional;

/**
 * Counts what each subject does in a time, over all nodes together. A subject's time begins with
 * the first that it takes and is over after the policy's window. Each call counts at once, whatever
 * becomes of a transaction around it. Safe for use by many threads at once.
 */
public interface RateLimits {

  /**
   * Takes one of what the subject may do.
   *
   * @param subject who is counted, such as {@code user:0198…} or {@code address:203.0.113.7}
   * @return what is left; empty when the policy sets no limit
   */
  Optional<Allowance> take(RatePolicy policy, String subject);

  /** Whether the policy sets a limit, which does not change while the application runs. */
  boolean isOn(RatePolicy policy);

  /** Gives back one that was taken, for something that turned out not to count. */
  void giveBack(RatePolicy policy, String subject);
}
