package dev.quartermaster.domain.shared;

public interface RateLimits {
  boolean take(RatePolicy policy, String subject);

  void giveBack(RatePolicy policy, String subject);
}
