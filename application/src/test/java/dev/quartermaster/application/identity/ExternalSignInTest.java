package dev.quartermaster.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.identity.AccountEmailUnverified;
import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.ExternalEmailUnverified;
import dev.quartermaster.domain.identity.ExternalIdentity;
import dev.quartermaster.domain.identity.ExternalPerson;
import dev.quartermaster.domain.identity.ExternalSignInFailed;
import dev.quartermaster.domain.identity.PendingSignIn;
import dev.quartermaster.domain.identity.ProviderName;
import dev.quartermaster.domain.identity.RawPassword;
import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.identity.TrustedIssuers.ForeignToken;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.ExpectedVersion;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.testkit.identity.InMemoryIdentityProviders;
import dev.quartermaster.testkit.identity.InMemoryTrustedIssuers;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.InMemorySealing;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExternalSignInTest {
  private static final ProviderName PROVIDER = new ProviderName("provider");
  private static final ProviderName OTHER = new ProviderName("other");
  private static final String ISSUER = "https://provider.example";
  private static final URI CALLBACK = URI.create("https://shop.example/callback");
  private static final String EMAIL = "ada@example.com";
  private static final ExternalPerson ADA = person("1", EMAIL);

  private final Identity identity = new Identity();
  private final InMemorySealing sealing = new InMemorySealing();
  private final InMemoryIdentityProviders providers =
      new InMemoryIdentityProviders(PROVIDER, OTHER);
  private final InMemoryTrustedIssuers issuers = new InMemoryTrustedIssuers(ISSUER);
  private final BeginExternalSignIn begin =
      new BeginExternalSignInService(providers, sealing, identity.clock);
  private final CompleteExternalSignIn complete =
      new CompleteExternalSignInService(
          identity.unitOfWork,
          providers,
          identity.externalIdentities,
          identity.users,
          identity.sessions,
          identity.hasher,
          identity.accessTokens,
          identity.refreshTokens,
          sealing,
          identity.auditTrail,
          identity.outbox,
          identity.identifiers,
          identity.clock);
  private final AuthenticateForeignToken authenticate =
      new AuthenticateForeignTokenService(
          identity.unitOfWork,
          issuers,
          identity.externalIdentities,
          identity.users,
          identity.hasher,
          identity.auditTrail,
          identity.outbox,
          identity.identifiers,
          identity.clock);

  @Test
  void listsTheProviders() {
    assertThat(new ListIdentityProvidersService(providers).list()).containsExactly(OTHER, PROVIDER);
  }

  @Test
  void theFirstSignInOpensAnAccountOfACustomerWithAVerifiedAddress() {
    CompleteExternalSignIn.Result result = signIn(ADA);

    User user = result.user();
    assertThat(user.name()).isEqualTo("Ada Lovelace");
    assertThat(user.email().value()).isEqualTo(EMAIL);
    assertThat(user.emailVerified()).isTrue();
    assertThat(user.roles()).containsExactly(Role.CUSTOMER);
    assertThat(identity.users.find(user.id())).contains(user);
    assertThat(identity.actorOf(result.refreshToken())).isEqualTo(Identity.as(user));
  }

  @Test
  void noPasswordOpensAnAccountThatHasNone() {
    User user = signIn(ADA).user();

    assertThat(identity.letsIn(user.email().value(), new RawPassword(""))).isFalse();
    assertThat(identity.letsIn(user.email().value(), Identity.PASSWORD)).isFalse();
  }

  @Test
  void whoeverSignedInBeforeIsTheSameUserWhateverElseHasChanged() {
    User first = signIn(ADA).user();

    assertThat(signIn(new ExternalPerson(ADA.identity(), "Ada King", Optional.empty())).user())
        .isEqualTo(first);
    assertThat(signIn(person("1", "countess@example.com")).user()).isEqualTo(first);
  }

  @Test
  void anAddressThatBothSidesHaveVerifiedLinksToTheAccount() {
    User user = verified(identity.customer(EMAIL));

    assertThat(signIn(ADA).user()).isEqualTo(user);
    assertThat(identity.letsIn(EMAIL, Identity.PASSWORD)).isTrue();
  }

  @Test
  void twoIdentitiesOfOneAddressAreOneUser() {
    assertThat(signIn(person("2", EMAIL)).user()).isEqualTo(signIn(ADA).user());
  }

  @Test
  void anAccountThatSomebodyOpenedInAdvanceUnderTheAddressIsNotLinked() {
    User attackers = identity.customer(EMAIL);

    assertThatExceptionOfType(AccountEmailUnverified.class).isThrownBy(() -> signIn(ADA));

    assertThat(identity.externalIdentities.findUser(ADA.identity())).isEmpty();
    assertThat(identity.users.find(attackers.id())).contains(attackers);
  }

  @Test
  void anAddressThatTheProviderDoesNotVouchForLinksAndOpensNothing() {
    verified(identity.customer(EMAIL));
    ExternalPerson stranger = new ExternalPerson(ADA.identity(), "Ada", Optional.empty());

    assertThatExceptionOfType(ExternalEmailUnverified.class).isThrownBy(() -> signIn(stranger));

    assertThat(identity.externalIdentities.findUser(stranger.identity())).isEmpty();
  }

  @Test
  void whoeverDeletedTheirAccountStartsAnew() {
    User first = signIn(ADA).user();
    new DeleteUserService(
            identity.unitOfWork,
            identity.users,
            identity.sessions,
            identity.externalIdentities,
            identity.auditTrail,
            identity.outbox,
            identity.clock)
        .delete(new DeleteUser.Command(Identity.as(first), first.id(), ExpectedVersion.any()));

    User second = signIn(ADA).user();

    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(identity.users.find(second.id())).contains(second);
  }

  @Test
  void ofManyFirstSignInsAtOnceOneOpensTheAccount() {
    List<User> users = Concurrently.inThreads(8, () -> signIn(ADA).user());

    assertThat(users).allMatch(users.getFirst()::equals);
    assertThat(actions()).containsOnlyOnce("user.created", "identity.linked");
  }

  @Test
  void ofManyIdentitiesOfOneAddressAtOnceOneOpensTheAccount() {
    List<ExternalPerson> people = List.of(ADA, person("2", EMAIL), person("3", EMAIL));
    List<User> users =
        Concurrently.inThreads(
            6, () -> signIn(people.get((int) (Thread.currentThread().threadId() % 3))).user());

    assertThat(users).allMatch(users.getFirst()::equals);
    assertThat(actions()).containsOnlyOnce("user.created");
  }

  @Test
  void whatHappensIsInTheAuditTrail() {
    User user = signIn(ADA).user();
    signIn(ADA);

    assertThat(actions())
        .containsExactly("user.created", "identity.linked", "session.opened", "session.opened");
    assertThat(identity.auditTrail.entries())
        .allSatisfy(entry -> assertThat(entry.actor()).isEqualTo(Identity.as(user)));
  }

  @Test
  void refusesAStateThatTheBrowserWasNotSentWith() {
    Begun begun = begun();
    String code = providers.signIn(begun.pending, ADA);

    assertFailed(PROVIDER, code, "forged", begun.ticket);
    assertFailed(PROVIDER, code, "", begun.ticket);
  }

  @Test
  void refusesAnotherBrowsersSignIn() {
    Begun attackers = begun();
    String code = providers.signIn(attackers.pending, ADA);

    assertFailed(PROVIDER, code, attackers.pending.state(), begun().ticket);
    assertFailed(PROVIDER, code, attackers.pending.state(), "");
    assertFailed(PROVIDER, code, attackers.pending.state(), "forged");
  }

  @Test
  void refusesATicketThatWasSealedForSomethingElse() {
    Begun begun = begun();
    String code = providers.signIn(begun.pending, ADA);

    assertFailed(
        PROVIDER, code, begun.pending.state(), sealing.seal("totp", begun.pending.asText()));
    assertFailed(
        PROVIDER, code, begun.pending.state(), sealing.seal("external sign-in", "nonsense"));
  }

  @Test
  void refusesASignInThatWasBegunAtAnotherProvider() {
    Begun begun = begun();
    String code = providers.signIn(begun.pending, ADA);

    assertFailed(OTHER, code, begun.pending.state(), begun.ticket);
  }

  @Test
  void refusesWhoeverTakesTooLong() {
    Begun begun = begun();
    String code = providers.signIn(begun.pending, ADA);
    identity.clock.advance(PendingSignIn.LIFETIME);

    assertFailed(PROVIDER, code, begun.pending.state(), begun.ticket);
  }

  @Test
  void whoeverIsJustInTimeIsSignedIn() {
    Begun begun = begun();
    String code = providers.signIn(begun.pending, ADA);
    identity.clock.advance(PendingSignIn.LIFETIME.minus(Duration.ofMillis(1)));

    assertThat(complete(PROVIDER, code, begun.pending.state(), begun.ticket).user().email().value())
        .isEqualTo(EMAIL);
  }

  @Test
  void refusesAReplay() {
    Begun begun = begun();
    String code = providers.signIn(begun.pending, ADA);
    complete(PROVIDER, code, begun.pending.state(), begun.ticket);

    assertFailed(PROVIDER, code, begun.pending.state(), begun.ticket);
  }

  @Test
  void knowsNoOtherProvider() {
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(
            () ->
                begin.begin(
                    new BeginExternalSignIn.Command(new ProviderName("unknown"), CALLBACK)));
  }

  @Test
  void whoeverBearsATokenMayDoWhatTheTokensRolesAllow() {
    User user = verified(identity.withRole(EMAIL, Role.ADMIN));

    Actor.SignedIn actor = bearer(new ForeignToken(ADA, Set.of(Role.STAFF)));

    assertThat(actor).isEqualTo(new Actor.SignedIn(user.id(), Role.STAFF.permissions()));
    assertThat(actor.may(Permission.USERS_WRITE)).isTrue();
    assertThat(identity.users.find(user.id())).contains(user);
  }

  @Test
  void aTokenWithoutRolesAllowsWhatEverybodyMay() {
    verified(identity.withRole(EMAIL, Role.ADMIN));

    assertThat(bearer(new ForeignToken(ADA, Set.of())).permissions()).isEmpty();
  }

  @Test
  void whoeverBearsATokenIsWhoeverSignsIn() {
    Actor.SignedIn actor = bearer(new ForeignToken(ADA, Set.of()));

    assertThat(signIn(ADA).user().id()).isEqualTo(actor.id());
    assertThat(bearer(new ForeignToken(ADA, Set.of()))).isEqualTo(actor);
  }

  @Test
  void aTokenLinksByAVerifiedAddressAlone() {
    identity.customer(EMAIL);

    assertThatExceptionOfType(AccountEmailUnverified.class)
        .isThrownBy(() -> bearer(new ForeignToken(ADA, Set.of(Role.ADMIN))));
    assertThatExceptionOfType(ExternalEmailUnverified.class)
        .isThrownBy(
            () ->
                bearer(
                    new ForeignToken(
                        new ExternalPerson(ADA.identity(), "Ada", Optional.empty()),
                        Set.of(Role.ADMIN))));
  }

  @Test
  void refusesATokenThatNoIssuerWrote() {
    assertThat(new GetTrustedIssuersService(issuers).get()).containsExactly(ISSUER);
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> authenticate.authenticate(new AuthenticateForeignToken.Query("made-up")));
  }

  private static ExternalPerson person(String subject, String email) {
    return new ExternalPerson(
        new ExternalIdentity(ISSUER, subject),
        "Ada Lovelace",
        Optional.of(new EmailAddress(email)));
  }

  private User verified(User user) {
    User verified =
        new User(
            user.id(),
            user.name(),
            user.email(),
            user.roles(),
            true,
            user.language(),
            user.createdAt(),
            user.updatedAt(),
            user.version());
    identity.unitOfWork.inTransaction(() -> identity.users.update(verified));
    return verified;
  }

  private List<String> actions() {
    return identity.auditTrail.entries().stream().map(AuditEntry::action).toList();
  }

  private Actor.SignedIn bearer(ForeignToken content) {
    return authenticate.authenticate(new AuthenticateForeignToken.Query(issuers.issue(content)));
  }

  private Begun begun() {
    String ticket = begin.begin(new BeginExternalSignIn.Command(PROVIDER, CALLBACK)).ticket();
    return new Begun(SignInTicket.open(ticket, sealing), ticket);
  }

  private CompleteExternalSignIn.Result signIn(ExternalPerson person) {
    Begun begun = begun();
    return complete(
        PROVIDER, providers.signIn(begun.pending, person), begun.pending.state(), begun.ticket);
  }

  private CompleteExternalSignIn.Result complete(
      ProviderName provider, String code, String state, String ticket) {
    return complete.complete(
        new CompleteExternalSignIn.Command(
            provider, code, state, ticket, CALLBACK, Identity.CLIENT));
  }

  private void assertFailed(ProviderName provider, String code, String state, String ticket) {
    assertThatExceptionOfType(ExternalSignInFailed.class)
        .isThrownBy(() -> complete(provider, code, state, ticket));
  }

  private record Begun(PendingSignIn pending, String ticket) {}
}
