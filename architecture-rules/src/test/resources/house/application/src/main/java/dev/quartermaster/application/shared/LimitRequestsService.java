package dev.quartermaster.application.shared;

import dev.quartermaster.domain.shared.RateLimits;
import dev.quartermaster.domain.shared.RatePolicy;

final class LimitRequestsService implements LimitRequests {
  private final RateLimits rateLimits;

  LimitRequestsService(RateLimits rateLimits) {
    this.rateLimits = rateLimits;
  }

  @Override
  public boolean count(String client) {
    return rateLimits.take(RatePolicy.API, client);
  }
}
