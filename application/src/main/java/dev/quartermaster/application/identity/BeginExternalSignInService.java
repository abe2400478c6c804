package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.IdentityProviders;
import dev.quartermaster.domain.identity.PendingSignIn;
import dev.quartermaster.domain.shared.Sealing;
import java.time.InstantSource;

@UseCase
final class BeginExternalSignInService implements BeginExternalSignIn {
  private final IdentityProviders providers;
  private final Sealing sealing;
  private final InstantSource clock;

  BeginExternalSignInService(IdentityProviders providers, Sealing sealing, InstantSource clock) {
    this.providers = providers;
    this.sealing = sealing;
    this.clock = clock;
  }

  @Override
  public Result begin(Command command) {
    IdentityProviders.Begun begun =
        providers.begin(command.provider(), command.callback(), clock.instant());
    return new Result(
        begun.address(), SignInTicket.seal(begun.pending(), sealing), PendingSignIn.LIFETIME);
  }
}
