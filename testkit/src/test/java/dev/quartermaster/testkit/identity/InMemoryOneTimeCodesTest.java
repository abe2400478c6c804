package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.OneTimeCodes;
import dev.quartermaster.domain.identity.TotpSecret;
import java.time.Instant;

class InMemoryOneTimeCodesTest extends OneTimeCodesContract {
  private final InMemoryOneTimeCodes port = new InMemoryOneTimeCodes();

  @Override
  protected OneTimeCodes codes() {
    return port;
  }

  @Override
  protected String shownBy(TotpSecret secret, Instant at) {
    return port.codeAt(secret, at);
  }
}
