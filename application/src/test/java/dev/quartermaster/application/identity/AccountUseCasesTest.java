package dev.quartermaster.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.identity.EmailTaken;
import dev.quartermaster.domain.identity.Language;
import dev.quartermaster.domain.identity.RawPassword;
import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.UserField;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.ExpectedVersion;
import dev.quartermaster.domain.shared.Forbidden;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.StaleVersion;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.testkit.shared.Actors;
import dev.quartermaster.testkit.shared.Concurrently;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountUseCasesTest {
  private final Identity identity = new Identity();
  private final GetUser get = new GetUserService(identity.unitOfWork, identity.users);
  private final ListUsers list = new ListUsersService(identity.unitOfWork, identity.users);
  private final EditUser edit =
      new EditUserService(
          identity.unitOfWork,
          identity.users,
          identity.oneTimeTokens,
          identity.randomTokens,
          identity.mails,
          identity.mailLimits,
          identity.auditTrail,
          identity.outbox,
          identity.clock);
  private final AssignRoles assign =
      new AssignRolesService(
          identity.unitOfWork,
          identity.users,
          identity.auditTrail,
          identity.outbox,
          identity.clock);
  private final DeleteUser delete =
      new DeleteUserService(
          identity.unitOfWork,
          identity.users,
          identity.sessions,
          identity.externalIdentities,
          identity.auditTrail,
          identity.outbox,
          identity.clock);
  private final EnsureAdministrator ensure =
      new EnsureAdministratorService(
          identity.unitOfWork,
          identity.users,
          identity.commonPasswords,
          identity.hasher,
          identity.auditTrail,
          identity.outbox,
          identity.identifiers,
          identity.clock);
  private User ada;
  private User eve;
  private User staff;
  private User admin;

  @BeforeEach
  void signUp() {
    ada = identity.customer("ada@example.com");
    eve = identity.customer("eve@example.com");
    staff = identity.withRole("staff@example.com", Role.STAFF);
    admin = identity.withRole("admin@example.com", Role.ADMIN);
  }

  @Test
  void oneselfAndReadersReadAnAccount() {
    for (Actor actor : List.of(Identity.as(ada), Actors.with(Permission.USERS_READ))) {
      assertThat(get.get(new GetUser.Query(actor, ada.id()))).isEqualTo(ada);
    }
    for (Actor actor : List.of(Identity.as(eve), Actors.without(Permission.USERS_READ))) {
      assertThatExceptionOfType(NotFound.class)
          .isThrownBy(() -> get.get(new GetUser.Query(actor, ada.id())));
    }
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> get.get(new GetUser.Query(Identity.as(admin), unknown())));
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> get.get(new GetUser.Query(Actors.anonymous(), ada.id())));
  }

  @Test
  void readersListAccounts() {
    Slice<User> accounts = listed(Actors.with(Permission.USERS_READ));
    assertThat(accounts.items()).containsExactlyInAnyOrder(ada, eve, staff, admin);
    assertThatExceptionOfType(Forbidden.class)
        .isThrownBy(() -> listed(Actors.without(Permission.USERS_READ)));
    assertThatExceptionOfType(Unauthenticated.class).isThrownBy(() -> listed(Actors.anonymous()));
  }

  @Test
  void everyoneEditsTheirOwnAccount() {
    identity.clock.advance(Duration.ofMinutes(1));
    User edited =
        edit.edit(
            new EditUser.Command(
                Identity.as(ada),
                ada.id(),
                ExpectedVersion.of(1),
                Optional.of("Countess Lovelace"),
                Optional.of("Lovelace@Example.com"),
                Optional.of(Language.GERMAN)));
    assertThat(edited.language()).isEqualTo(Language.GERMAN);
    assertThat(edited.name()).isEqualTo("Countess Lovelace");
    assertThat(edited.email().value()).isEqualTo("lovelace@example.com");
    assertThat(edited.version()).isEqualTo(2);
    assertThat(edited.updatedAt()).isEqualTo(identity.clock.instant());
    assertThat(identity.users.find(ada.id())).contains(edited);
    assertThat(identity.letsIn("lovelace@example.com", Identity.PASSWORD)).isTrue();
  }

  @Test
  void anEditLeavesWhatIsNotGiven() {
    assertThat(renamed(Identity.as(ada), ada, "Countess").email()).isEqualTo(ada.email());
    User readdressed =
        edit.edit(
            new EditUser.Command(
                Identity.as(eve),
                eve.id(),
                ExpectedVersion.any(),
                Optional.empty(),
                Optional.of("eva@example.com"),
                Optional.empty()));
    assertThat(readdressed.name()).isEqualTo(eve.name());
  }

  @Test
  void anEditThatChangesNothingLeavesTheVersion() {
    assertThat(renamed(Identity.as(ada), ada, ada.name())).isEqualTo(ada);
    assertThat(renamed(Identity.as(ada), ada, "  " + ada.name() + " ")).isEqualTo(ada);
    assertThat(identity.users.find(ada.id())).contains(ada);
  }

  @Test
  void anEditRefusesABrokenRuleAndATakenAddress() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> renamed(Identity.as(ada), ada, " "));
    for (String email : List.of("ada", "eve@example.com")) {
      assertThatExceptionOfType(email.equals("ada") ? InvalidInput.class : EmailTaken.class)
          .isThrownBy(
              () ->
                  edit.edit(
                      new EditUser.Command(
                          Identity.as(ada),
                          ada.id(),
                          ExpectedVersion.any(),
                          Optional.empty(),
                          Optional.of(email),
                          Optional.empty())));
    }
    assertThat(identity.users.find(ada.id())).contains(ada);
  }

  @Test
  void staffEditsCustomers() {
    assertThat(renamed(Identity.as(staff), ada, "Countess").name()).isEqualTo("Countess");
    assertThat(renamed(Identity.as(admin), staff, "Grace").name()).isEqualTo("Grace");
  }

  @Test
  void nobodyTouchesAnAccountAboveTheirOwn() {
    assertThatExceptionOfType(Forbidden.class)
        .isThrownBy(() -> renamed(Identity.as(staff), admin, "Mallory"));
    assertThatExceptionOfType(Forbidden.class)
        .isThrownBy(() -> deleted(Identity.as(staff), admin, ExpectedVersion.any()));
    assertThatExceptionOfType(Forbidden.class)
        .isThrownBy(() -> assigned(Identity.as(staff), admin, Role.CUSTOMER));
    assertThat(identity.users.find(admin.id())).contains(admin);
  }

  @Test
  void othersDoNotLearnOfAnAccount() {
    for (Actor actor : List.of(Identity.as(eve), Actors.without(Permission.USERS_WRITE))) {
      assertThatExceptionOfType(NotFound.class).isThrownBy(() -> renamed(actor, ada, "Mallory"));
      assertThatExceptionOfType(NotFound.class)
          .isThrownBy(() -> deleted(actor, ada, ExpectedVersion.any()));
    }
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> renamed(Actors.anonymous(), ada, "Mallory"));
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> deleted(Actors.anonymous(), ada, ExpectedVersion.any()));
    assertThat(identity.users.find(ada.id())).contains(ada);
  }

  @Test
  void noUpdateIsLost() {
    User edited = renamed(Identity.as(ada), ada, "Countess");
    assertThatExceptionOfType(StaleVersion.class)
        .isThrownBy(() -> renamed(Identity.as(ada), ada, "Ada"));
    assertThatExceptionOfType(StaleVersion.class)
        .isThrownBy(() -> deleted(Identity.as(ada), ada, ExpectedVersion.of(1)));
    assertThatExceptionOfType(StaleVersion.class)
        .isThrownBy(() -> assigned(Identity.as(admin), ada, Role.STAFF));
    assertThat(identity.users.find(ada.id())).contains(edited);
  }

  @Test
  void rolesAreReplaced() {
    User promoted = assigned(Identity.as(admin), ada, Role.STAFF, Role.CUSTOMER);
    assertThat(promoted.roles()).containsExactlyInAnyOrder(Role.STAFF, Role.CUSTOMER);
    assertThat(identity.users.find(ada.id())).contains(promoted);
    assertThat(assigned(Identity.as(staff), promoted, Role.CUSTOMER).permissions()).isEmpty();
  }

  @Test
  void nobodyGivesAPermissionThatTheyLack() {
    for (User target : List.of(ada, staff)) {
      assertThatExceptionOfType(Forbidden.class)
          .isThrownBy(() -> assigned(Identity.as(staff), target, Role.ADMIN));
      assertThatExceptionOfType(Forbidden.class)
          .isThrownBy(() -> assigned(Identity.as(staff), target, Role.CUSTOMER, Role.ADMIN));
      assertThat(identity.users.find(target.id())).contains(target);
    }
  }

  @Test
  void assigningRolesNeedsThePermission() {
    for (Actor actor : List.of(Identity.as(ada), Actors.without(Permission.USERS_WRITE))) {
      assertThatExceptionOfType(Forbidden.class)
          .isThrownBy(() -> assigned(actor, ada, Role.CUSTOMER));
    }
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> assigned(Actors.anonymous(), ada, Role.ADMIN));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> assigned(Identity.as(admin), ada));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(
            () ->
                assign.assign(
                    new AssignRoles.Command(
                        Identity.as(admin), unknown(), ExpectedVersion.any(), Set.of(Role.STAFF))));
  }

  @Test
  void aDeletedAccountIsGoneAndItsSessionsEnd() {
    String token = identity.loggedIn(ada).refreshToken();
    deleted(Identity.as(ada), ada, ExpectedVersion.of(1));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> get.get(new GetUser.Query(Identity.as(admin), ada.id())));
    assertThatExceptionOfType(Unauthenticated.class).isThrownBy(() -> identity.actorOf(token));
    assertThat(identity.letsIn("ada@example.com", Identity.PASSWORD)).isFalse();
    assertThat(identity.customer("ada@example.com").id()).isNotEqualTo(ada.id());
    assertThatExceptionOfType(Unauthenticated.class).isThrownBy(() -> identity.actorOf(token));
  }

  @Test
  void staffDeletesCustomers() {
    deleted(Identity.as(staff), ada, ExpectedVersion.any());
    assertThat(identity.users.find(ada.id())).isEmpty();
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> deleted(Identity.as(staff), ada, ExpectedVersion.any()));
  }

  @Test
  void aNewInstallationGetsOneAdministrator() {
    EnsureAdministrator.Command command =
        new EnsureAdministrator.Command("Root@Example.com", Identity.PASSWORD);
    assertThat(ensure.ensure(command).created()).isTrue();
    assertThat(identity.letsIn("root@example.com", Identity.PASSWORD)).isTrue();
    assertThat(listed(Identity.as(admin)).items())
        .filteredOn(user -> user.email().value().equals("root@example.com"))
        .singleElement()
        .satisfies(
            root -> assertThat(root.permissions()).containsExactlyInAnyOrder(Permission.values()));
    assertThat(ensure.ensure(command).created()).isFalse();
  }

  @Test
  void manyNodesMakeOneAdministrator() {
    EnsureAdministrator.Command command =
        new EnsureAdministrator.Command("root@example.com", Identity.PASSWORD);
    assertThat(Concurrently.inThreads(8, () -> ensure.ensure(command).created()))
        .containsOnlyOnce(true);
  }

  @Test
  void anAccountThatIsThereIsLeftAsItIs() {
    assertThat(
            ensure
                .ensure(
                    new EnsureAdministrator.Command(
                        "ada@example.com", new RawPassword("another fine password")))
                .created())
        .isFalse();
    assertThat(identity.users.find(ada.id())).contains(ada);
    assertThat(identity.letsIn("ada@example.com", Identity.PASSWORD)).isTrue();
  }

  @Test
  void anAdministratorWhoLostTheRoleGetsItBackByThePassword() {
    EnsureAdministrator.Result result =
        ensure.ensure(new EnsureAdministrator.Command("ada@example.com", Identity.PASSWORD));

    assertThat(result.created()).isFalse();
    assertThat(identity.users.find(ada.id()).orElseThrow().roles()).containsExactly(Role.ADMIN);
  }

  @Test
  void anAdministratorNeedsAnAddressAndAGoodPassword() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(
            () -> ensure.ensure(new EnsureAdministrator.Command("root", Identity.PASSWORD)));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(
            () ->
                ensure.ensure(
                    new EnsureAdministrator.Command(
                        "root@example.com", new RawPassword("password"))));
  }

  @Test
  void theAuditTrailTellsWhoMadeWhomWhat() {
    assigned(Identity.as(admin), ada, Role.STAFF, Role.CUSTOMER);
    deleted(Identity.as(admin), ada, ExpectedVersion.any());

    User assigned = ada.withRoles(Set.of(Role.STAFF, Role.CUSTOMER), identity.clock.instant());
    assertThat(identity.auditTrail.entries())
        .contains(
            AuditEntry.of(
                    Identity.as(admin),
                    "user.roles-assigned",
                    "user",
                    ada.id(),
                    identity.clock.instant())
                .changing(
                    List.of(
                        new Change(
                            "roles", Optional.of("customer"), Optional.of("customer,staff")))),
            AuditEntry.of(
                    Identity.as(admin), "user.deleted", "user", ada.id(), identity.clock.instant())
                .changing(Change.between(assigned.auditable(), Map.of())));
  }

  @Test
  void theAuditTrailTellsOfTheFirstAdministratorWithoutTheirPassword() {
    ensure.ensure(new EnsureAdministrator.Command("root@example.com", Identity.PASSWORD));
    ensure.ensure(new EnsureAdministrator.Command("root@example.com", Identity.PASSWORD));
    ensure.ensure(new EnsureAdministrator.Command("ada@example.com", Identity.PASSWORD));

    assertThat(identity.auditTrail.entries())
        .filteredOn(entry -> entry.actor().reference().equals("system:first-administrator"))
        .extracting(AuditEntry::action)
        .containsExactly("user.created", "user.roles-assigned");
    assertThat(identity.auditTrail.entries().toString()).doesNotContain(Identity.PASSWORD.value());
  }

  private UserId unknown() {
    return new UserId(identity.identifiers.next());
  }

  private Slice<User> listed(Actor actor) {
    PageRequest<UserField> page = new PageRequest<>(new PageRequest.Page(1), 100, List.of());
    return list.list(new ListUsers.Query(actor, page));
  }

  private User renamed(Actor actor, User user, String name) {
    return edit.edit(
        new EditUser.Command(
            actor,
            user.id(),
            ExpectedVersion.of(user.version()),
            Optional.of(name),
            Optional.empty(),
            Optional.empty()));
  }

  private User assigned(Actor actor, User user, Role... roles) {
    return assign.assign(
        new AssignRoles.Command(
            actor, user.id(), ExpectedVersion.of(user.version()), Set.of(roles)));
  }

  private void deleted(Actor actor, User user, ExpectedVersion expected) {
    delete.delete(new DeleteUser.Command(actor, user.id(), expected));
  }
}
