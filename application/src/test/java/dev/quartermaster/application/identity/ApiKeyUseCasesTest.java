package dev.quartermaster.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.identity.ApiKey;
import dev.quartermaster.domain.identity.ApiKeyField;
import dev.quartermaster.domain.identity.RawApiKey;
import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.identity.TooManyApiKeys;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.ApiKeyId;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.ExpectedVersion;
import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.Forbidden;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.StaleVersion;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.testkit.shared.Actors;
import dev.quartermaster.testkit.shared.Concurrently;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiKeyUseCasesTest {
  private final Identity identity = new Identity();
  private final CreateApiKey create =
      new CreateApiKeyService(
          identity.unitOfWork,
          identity.apiKeys,
          identity.users,
          identity.apiKeySecrets,
          identity.auditTrail,
          identity.identifiers,
          identity.clock);
  private final AuthenticateApiKey authenticate =
      new AuthenticateApiKeyService(
          identity.unitOfWork,
          identity.apiKeys,
          identity.apiKeySecrets,
          identity.apiKeyUses,
          identity.clock);
  private final GetApiKey get = new GetApiKeyService(identity.unitOfWork, identity.apiKeys);
  private final ListApiKeys list = new ListApiKeysService(identity.unitOfWork, identity.apiKeys);
  private final RevokeApiKey revoke =
      new RevokeApiKeyService(
          identity.unitOfWork, identity.apiKeys, identity.auditTrail, identity.clock);
  private User ada;
  private User admin;
  private User other;

  @BeforeEach
  void signUp() {
    ada = identity.customer("ada@example.com");
    admin = identity.withRole("admin@example.com", Role.ADMIN);
    other = identity.withRole("other@example.com", Role.ADMIN);
  }

  @Test
  void aKeyActsForItsOwnerWithItsScopes() {
    CreateApiKey.Result created = created(Permission.ORDERS_READ, Permission.CATALOG_WRITE);

    assertThat(actorOf(created.secret()))
        .isEqualTo(
            new Actor.KeyHolder(
                created.apiKey().id(),
                admin.id(),
                Set.of(Permission.ORDERS_READ, Permission.CATALOG_WRITE)));
    assertThat(created.apiKey())
        .isEqualTo(
            new ApiKey(
                created.apiKey().id(),
                admin.id(),
                "scanner",
                created.apiKey().prefix(),
                Set.of(Permission.ORDERS_READ, Permission.CATALOG_WRITE),
                now(),
                now().plus(Duration.ofDays(90)),
                Optional.empty(),
                Optional.empty(),
                1));
    assertThat(created.secret().value()).startsWith(created.apiKey().prefix());
  }

  @Test
  void aKeyDoesNoMoreThanItsOwnerAtThisMoment() {
    CreateApiKey.Result created = created(Permission.ORDERS_READ, Permission.JOBS_WRITE);

    give(admin, Role.STAFF);
    assertThat(actorOf(created.secret()).permissions()).containsExactly(Permission.ORDERS_READ);

    give(admin, Role.CUSTOMER);
    assertThat(actorOf(created.secret()).permissions()).isEmpty();

    give(admin, Role.ADMIN);
    assertThat(actorOf(created.secret()).permissions())
        .containsExactlyInAnyOrder(Permission.ORDERS_READ, Permission.JOBS_WRITE);
  }

  @Test
  void aKeyIsRefusedFromItsEndOn() {
    CreateApiKey.Result created =
        create.create(command(Set.of(Permission.ORDERS_READ), Optional.of(now().plusSeconds(60))));

    identity.clock.advance(Duration.ofSeconds(60).minusNanos(1));
    assertThat(actorOf(created.secret()).owner()).isEqualTo(admin.id());
    identity.clock.advance(Duration.ofNanos(1));
    assertRefused(created.secret());
  }

  @Test
  void aRevokedKeyIsRefused() {
    CreateApiKey.Result created = created(Permission.ORDERS_READ);

    revoke(Identity.as(admin), created.apiKey(), ExpectedVersion.of(1));

    assertRefused(created.secret());
  }

  @Test
  void theKeyOfADeletedAccountIsRefused() {
    CreateApiKey.Result created = created(Permission.ORDERS_READ);

    identity.unitOfWork.inTransaction(() -> identity.users.delete(admin.id(), now()));

    assertRefused(created.secret());
  }

  @Test
  void anUnknownKeyIsRefused() {
    assertRefused(new RawApiKey("qm_0000000000_not-one-of-ours"));
    assertRefused(identity.apiKeySecrets.generate());
  }

  /** Whoever has seen a prefix, which is no secret, has no key. */
  @Test
  void aKeyWithAnotherSecretIsRefused() {
    CreateApiKey.Result created = created(Permission.ORDERS_READ);
    RawApiKey guess =
        identity.apiKeySecrets.withPrefixOf(created.secret(), "another secret altogether");

    assertRefused(guess);
    assertThat(stored(created.apiKey()).lastUsedAt()).isEmpty();
  }

  @Test
  void theLastUseIsNotedOnceAMinute() {
    CreateApiKey.Result created = created(Permission.ORDERS_READ);
    Instant first = now();

    actorOf(created.secret());
    identity.clock.advance(Duration.ofSeconds(59));
    actorOf(created.secret());
    assertThat(stored(created.apiKey()).lastUsedAt()).contains(first);

    identity.clock.advance(Duration.ofSeconds(1));
    actorOf(created.secret());
    assertThat(stored(created.apiKey()).lastUsedAt()).contains(now());
  }

  @Test
  void nobodyGivesAScopeThatTheyLack() {
    Actor some = Actors.user(admin.id(), Permission.KEYS_WRITE, Permission.ORDERS_READ);
    Set<Permission> more = Set.of(Permission.ORDERS_READ, Permission.ORDERS_WRITE);

    assertThatExceptionOfType(Forbidden.class)
        .isThrownBy(
            () -> create.create(new CreateApiKey.Command(some, "n", more, Optional.empty())));
    assertThat(identity.auditTrail.entries())
        .noneMatch(entry -> entry.action().equals("api-key.created"));
  }

  @Test
  void onlyPeopleWithThePermissionMakeKeys() {
    Actor program =
        new Actor.KeyHolder(
            new ApiKeyId(identity.identifiers.next()), admin.id(), Set.of(Permission.values()));
    for (Actor actor : List.of(Actors.without(Permission.KEYS_WRITE), Identity.as(ada), program)) {
      assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> createAs(actor));
    }
    assertThatExceptionOfType(Unauthenticated.class).isThrownBy(() -> createAs(Actors.anonymous()));
  }

  @Test
  void everyFieldAtFaultIsNamed() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(
            () ->
                create.create(
                    new CreateApiKey.Command(
                        Identity.as(admin), " ", Set.of(), Optional.of(now()))))
        .satisfies(
            refusal ->
                assertThat(refusal.fieldErrors())
                    .extracting(FieldError::field)
                    .containsExactly("name", "scopes", "expiresAt"));
  }

  @Test
  void aKeyEndsInTheFutureAndWithinAYear() {
    Set<Permission> scopes = Set.of(Permission.ORDERS_READ);
    Instant latest = now().plus(ApiKey.MAX_LIFETIME);

    assertThat(create.create(command(scopes, Optional.of(latest))).apiKey().expiresAt())
        .isEqualTo(latest);
    for (Instant wrong : List.of(now(), now().minusSeconds(1), latest.plusNanos(1), Instant.MAX)) {
      assertThatExceptionOfType(InvalidInput.class)
          .isThrownBy(() -> create.create(command(scopes, Optional.of(wrong))));
    }
  }

  @Test
  void aUserHasSoManyUsableKeysAndNoMoreHoweverTheyAsk() {
    for (int count = 0; count < ApiKey.MAX_USABLE - 1; count++) {
      created(Permission.ORDERS_READ);
    }

    List<String> outcomes =
        Concurrently.inThreads(
            4,
            () -> {
              try {
                created(Permission.ORDERS_READ);
                return "created";
              } catch (TooManyApiKeys refusal) {
                return refusal.code();
              }
            });

    assertThat(outcomes).containsOnlyOnce("created").containsOnly("created", TooManyApiKeys.CODE);
    identity.clock.advance(ApiKey.DEFAULT_LIFETIME);
    assertThat(created(Permission.ORDERS_READ).apiKey().ownerId()).isEqualTo(admin.id());
  }

  @Test
  void peopleSeeTheirOwnKeysAndAdministratorsAll() {
    ApiKey own = created(Permission.ORDERS_READ).apiKey();
    ApiKey others = createAs(Identity.as(other)).apiKey();
    Actor demoted = Actors.user(admin.id());

    assertThat(listed(Identity.as(admin), Optional.empty())).containsExactly(others, own);
    assertThat(listed(Identity.as(admin), Optional.of(other.id()))).containsExactly(others);
    assertThat(listed(demoted, Optional.empty())).containsExactly(own);
    assertThat(listed(demoted, Optional.of(admin.id()))).containsExactly(own);
    assertThat(listed(Identity.as(ada), Optional.empty())).isEmpty();
    assertThat(get.get(new GetApiKey.Query(Identity.as(admin), others.id()))).isEqualTo(others);
    assertThat(get.get(new GetApiKey.Query(demoted, own.id()))).isEqualTo(own);
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> get.get(new GetApiKey.Query(demoted, others.id())));
    assertThatExceptionOfType(Forbidden.class)
        .isThrownBy(() -> listed(demoted, Optional.of(other.id())));
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> listed(Actors.anonymous(), Optional.empty()));
  }

  @Test
  void aProgramSeesAndEndsKeysByThePermissionAlone() {
    ApiKey own = created(Permission.ORDERS_READ).apiKey();
    Actor without = new Actor.KeyHolder(own.id(), admin.id(), Set.of(Permission.ORDERS_READ));
    Actor with = new Actor.KeyHolder(own.id(), admin.id(), Set.of(Permission.KEYS_WRITE));

    assertThatExceptionOfType(Forbidden.class)
        .isThrownBy(() -> get.get(new GetApiKey.Query(without, own.id())));
    assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> listed(without, Optional.empty()));
    assertThatExceptionOfType(Forbidden.class)
        .isThrownBy(() -> revoke(without, own, ExpectedVersion.any()));
    assertThat(get.get(new GetApiKey.Query(with, own.id()))).isEqualTo(own);
    revoke(with, own, ExpectedVersion.any());
    assertThat(stored(own).revokedAt()).contains(now());
  }

  @Test
  void peopleRevokeTheirOwnKeysAndAdministratorsAll() {
    ApiKey own = created(Permission.ORDERS_READ).apiKey();
    ApiKey another = created(Permission.ORDERS_READ).apiKey();
    Actor demoted = Actors.user(admin.id());

    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> revoke(Identity.as(ada), own, ExpectedVersion.any()));
    assertThatExceptionOfType(StaleVersion.class)
        .isThrownBy(() -> revoke(demoted, own, ExpectedVersion.of(2)));
    assertThat(stored(own)).isEqualTo(own);
    revoke(demoted, own, ExpectedVersion.of(1));
    revoke(Identity.as(other), another, ExpectedVersion.any());

    assertThat(stored(own).revokedAt()).contains(now());
    assertThat(stored(another).revokedAt()).contains(now());
  }

  @Test
  void aKeyIsRevokedOnce() {
    ApiKey key = created(Permission.ORDERS_READ).apiKey();
    Instant first = now();
    revoke(Identity.as(admin), key, ExpectedVersion.any());
    identity.clock.advance(Duration.ofHours(1));

    revoke(Identity.as(admin), key, ExpectedVersion.any());

    assertThat(stored(key).revokedAt()).contains(first);
    assertThat(identity.auditTrail.actionsOn(key.id()))
        .containsExactly("api-key.created", "api-key.revoked");
  }

  @Test
  void whatBecomesOfAKeyIsAuditedWithoutItsSecret() {
    CreateApiKey.Result created = created(Permission.ORDERS_READ, Permission.CATALOG_WRITE);
    revoke(Identity.as(other), created.apiKey(), ExpectedVersion.any());

    List<AuditEntry> entries =
        identity.auditTrail.entries().stream()
            .filter(entry -> entry.targetId().equals(created.apiKey().id().toString()))
            .toList();

    assertThat(entries)
        .extracting(entry -> entry.actor().reference())
        .containsExactly("user:" + admin.id(), "user:" + other.id());
    assertThat(entries.getFirst().changes())
        .contains(
            new Change("scopes", Optional.empty(), Optional.of("catalog:write, orders:read")));
    assertThat(entries.toString())
        .doesNotContain(
            created.secret().value(),
            identity.apiKeySecrets.read(created.secret()).orElseThrow().hash().value());
  }

  private CreateApiKey.Result created(Permission... scopes) {
    return create.create(command(Set.of(scopes), Optional.empty()));
  }

  private CreateApiKey.Command command(Set<Permission> scopes, Optional<Instant> expiresAt) {
    return new CreateApiKey.Command(Identity.as(admin), "scanner", scopes, expiresAt);
  }

  private CreateApiKey.Result createAs(Actor actor) {
    identity.clock.advance(Duration.ofSeconds(1));
    return create.create(
        new CreateApiKey.Command(
            actor, "scanner", Set.of(Permission.ORDERS_READ), Optional.empty()));
  }

  private Actor.KeyHolder actorOf(RawApiKey key) {
    return authenticate.authenticate(new AuthenticateApiKey.Query(key));
  }

  private void assertRefused(RawApiKey key) {
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> actorOf(key))
        .withMessage("The API key is unknown, revoked or expired.");
  }

  private void revoke(Actor actor, ApiKey key, ExpectedVersion expected) {
    revoke.revoke(new RevokeApiKey.Command(actor, key.id(), expected));
  }

  private List<ApiKey> listed(Actor actor, Optional<UserId> owner) {
    PageRequest<ApiKeyField> first =
        new PageRequest<>(new PageRequest.Page(1), PageRequest.MAX_LIMIT, List.of());
    return list.list(new ListApiKeys.Query(actor, owner, first)).items();
  }

  private ApiKey stored(ApiKey key) {
    return identity.apiKeys.find(key.id()).orElseThrow();
  }

  private void give(User user, Role role) {
    identity.unitOfWork.inTransaction(
        () ->
            identity.users.update(
                identity.users.find(user.id()).orElseThrow().withRoles(Set.of(role), now())));
  }

  private Instant now() {
    return identity.clock.instant();
  }
}
