package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.TrustedIssuers;
import dev.quartermaster.domain.identity.TrustedIssuers.ForeignToken;

class InMemoryTrustedIssuersTest extends TrustedIssuersContract {
  private static final String ISSUER = "https://issuer.example";

  private final InMemoryTrustedIssuers issuers = new InMemoryTrustedIssuers(ISSUER);

  @Override
  protected TrustedIssuers issuers() {
    return issuers;
  }

  @Override
  protected String issuer() {
    return ISSUER;
  }

  @Override
  protected String tokenOf(ForeignToken content) {
    return issuers.issue(content);
  }
}
