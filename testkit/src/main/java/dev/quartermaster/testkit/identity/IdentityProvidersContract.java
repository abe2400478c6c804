package dev.quartermaster.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.ExternalIdentity;
import dev.quartermaster.domain.identity.ExternalPerson;
import dev.quartermaster.domain.identity.ExternalSignInFailed;
import dev.quartermaster.domain.identity.IdentityProviders;
import dev.quartermaster.domain.identity.IdentityProviders.Begun;
import dev.quartermaster.domain.identity.PendingSignIn;
import dev.quartermaster.domain.identity.ProviderName;
import dev.quartermaster.domain.shared.NotFound;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@link IdentityProviders} promise. */
public abstract class IdentityProvidersContract {
  /** Where providers send browsers back to. */
  protected static final URI CALLBACK = URI.create("https://shop.example/callback");

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123Z");
  private static final ProviderName UNKNOWN = new ProviderName("unknown");

  /** The port under test. */
  protected abstract IdentityProviders providers();

  /** A provider that the port knows. */
  protected abstract ProviderName provider();

  /** The issuer that the provider is. */
  protected abstract String issuer();

  /** The code that the provider hands to the browser of a person who has signed in there. */
  protected abstract String signIn(Begun begun, ExternalPerson person);

  @Test
  void knowsWhatItsProvidersAreCalled() {
    assertThat(providers().names()).contains(provider()).doesNotContain(UNKNOWN).isSorted();
  }

  @Test
  void tellsWhoHasSignedIn() {
    ExternalPerson ada = person(Optional.of(new EmailAddress("ada@example.com")));
    Begun begun = begin();

    assertThat(complete(begun, signIn(begun, ada))).isEqualTo(ada);
  }

  @Test
  void tellsNoAddressThatIsNotVerified() {
    ExternalPerson stranger = person(Optional.empty());
    Begun begun = begin();

    assertThat(complete(begun, signIn(begun, stranger))).isEqualTo(stranger);
  }

  @Test
  void everySignInHasItsOwnSecretsAndTheSameTimeLimit() {
    PendingSignIn first = begin().pending();
    PendingSignIn second = begin().pending();

    assertThat(first.state()).isNotEqualTo(second.state());
    assertThat(first.nonce()).isNotEqualTo(second.nonce());
    assertThat(first.verifier()).isNotEqualTo(second.verifier());
    assertThat(first.expiresAt()).isEqualTo(NOW.plus(PendingSignIn.LIFETIME));
    assertThat(PendingSignIn.parse(first.asText())).isEqualTo(first);
  }

  @Test
  void aCodeIsGoodOnce() {
    Begun begun = begin();
    String code = signIn(begun, person(Optional.empty()));
    complete(begun, code);

    assertRefused(begun, code);
  }

  @Test
  void aCodeIsGoodForItsOwnSignInOnly() {
    String code = signIn(begin(), person(Optional.empty()));

    assertRefused(begin(), code);
  }

  @Test
  void refusesACodeThatNobodyGave() {
    assertRefused(begin(), "made-up");
  }

  @Test
  void knowsNoProviderThatIsNotSet() {
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> providers().begin(UNKNOWN, CALLBACK, NOW));
    PendingSignIn foreign = new PendingSignIn(UNKNOWN, "state", "nonce", "verifier", NOW);
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> providers().complete(foreign, "code", CALLBACK));
  }

  /** Begins a sign-in at the provider. */
  protected final Begun begin() {
    return providers().begin(provider(), CALLBACK, NOW);
  }

  /** Completes a sign-in. */
  protected final ExternalPerson complete(Begun begun, String code) {
    return providers().complete(begun.pending(), code, CALLBACK);
  }

  /** Asserts that a sign-in cannot be completed by that code. */
  protected final void assertRefused(Begun begun, String code) {
    assertThatExceptionOfType(ExternalSignInFailed.class).isThrownBy(() -> complete(begun, code));
  }

  /** Somebody whom the provider has not seen before. */
  protected final ExternalPerson person(Optional<EmailAddress> email) {
    return new ExternalPerson(
        new ExternalIdentity(issuer(), UUID.randomUUID().toString()), "Ada Lovelace", email);
  }
}
