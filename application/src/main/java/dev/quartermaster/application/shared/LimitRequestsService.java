package dev.quartermaster.application.shared;

import dev.quartermaster.domain.shared.Allowance;
import dev.quartermaster.domain.shared.RateLimits;
import dev.quartermaster.domain.shared.RatePolicy;
import java.util.Optional;

@UseCase
final class LimitRequestsService implements LimitRequests {
  private final RateLimits rateLimits;

  LimitRequestsService(RateLimits rateLimits) {
    this.rateLimits = rateLimits;
  }

  @Override
  public Optional<Allowance> count(Command command) {
    return rateLimits.take(RatePolicy.API, command.client());
  }

  @Override
  public boolean isOn() {
    return rateLimits.isOn(RatePolicy.API);
  }
}
