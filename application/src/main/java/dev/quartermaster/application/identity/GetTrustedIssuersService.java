package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.TrustedIssuers;
import java.util.Set;

@UseCase
final class GetTrustedIssuersService implements GetTrustedIssuers {
  private final TrustedIssuers issuers;

  GetTrustedIssuersService(TrustedIssuers issuers) {
    this.issuers = issuers;
  }

  @Override
  public Set<String> get() {
    return issuers.issuers();
  }
}
