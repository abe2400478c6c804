package dev.quartermaster.testkit.shared;

import dev.quartermaster.domain.shared.Fingerprints;

final class InMemoryFingerprintsTest extends FingerprintsContract {
  private final Fingerprints fingerprints = new InMemoryFingerprints();

  @Override
  protected Fingerprints fingerprints() {
    return fingerprints;
  }
}
