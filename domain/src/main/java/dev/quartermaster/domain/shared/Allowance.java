package dev.quartermaster.domain.shared;

import java.time.Duration;

/**
 * What a subject may still do.
 *
 * @param granted whether the one asked for is within the limit
 * @param limit how many the policy grants in a window
 * @param window how long the policy's window is
 * @param remaining how many are left, 0 at the least
 * @param reset until all are there again
 */
public record Allowance(
    boolean granted, long limit, Duration window, long remaining, Duration reset) {

  /**
   * Asserts that the one asked for was granted.
   *
   * @throws RateLimited otherwise
   */
  public void require() {
    if (!granted) {
      throw new RateLimited(this);
    }
  }
}
