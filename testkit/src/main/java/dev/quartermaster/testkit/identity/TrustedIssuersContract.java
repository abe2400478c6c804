package dev.quartermaster.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.ExternalIdentity;
import dev.quartermaster.domain.identity.ExternalPerson;
import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.identity.TrustedIssuers;
import dev.quartermaster.domain.identity.TrustedIssuers.ForeignToken;
import dev.quartermaster.domain.shared.Unauthenticated;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@link TrustedIssuers} promise. */
public abstract class TrustedIssuersContract {
  /** The port under test. */
  protected abstract TrustedIssuers issuers();

  /** An issuer that the port trusts. */
  protected abstract String issuer();

  /** A token of the issuer that says this. */
  protected abstract String tokenOf(ForeignToken content);

  @Test
  void knowsItsIssuers() {
    assertThat(issuers().issuers()).contains(issuer());
  }

  @Test
  void tellsWhatATokenSays() {
    ForeignToken staff =
        new ForeignToken(
            person(Optional.of(new EmailAddress("grace@example.com"))),
            Set.of(Role.STAFF, Role.CUSTOMER));

    assertThat(issuers().verify(tokenOf(staff))).isEqualTo(staff);
  }

  @Test
  void aTokenMayGiveNoRoleAndNoAddress() {
    ForeignToken nobody = new ForeignToken(person(Optional.empty()), Set.of());

    assertThat(issuers().verify(tokenOf(nobody))).isEqualTo(nobody);
  }

  @Test
  void refusesWhatNoIssuerWrote() {
    for (String token : List.of("", "made-up", "e30.e30.e30", "eyJhbGciOiJub25lIn0.e30.")) {
      assertThatExceptionOfType(Unauthenticated.class).isThrownBy(() -> issuers().verify(token));
    }
  }

  /** Somebody of the issuer's. */
  protected final ExternalPerson person(Optional<EmailAddress> email) {
    return new ExternalPerson(
        new ExternalIdentity(issuer(), UUID.randomUUID().toString()), "Grace Hopper", email);
  }
}
