package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.PublicKeys;

@UseCase
final class GetPublicKeysService implements GetPublicKeys {
  private final PublicKeys publicKeys;

  GetPublicKeysService(PublicKeys publicKeys) {
    this.publicKeys = publicKeys;
  }

  @Override
  public String get() {
    return publicKeys.asJwkSet();
  }
}
