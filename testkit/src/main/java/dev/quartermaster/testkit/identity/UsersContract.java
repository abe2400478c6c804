package dev.quartermaster.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.EmailTaken;
import dev.quartermaster.domain.identity.Language;
import dev.quartermaster.domain.identity.PasswordHash;
import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.UserField;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.ListContract;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What {@link Users} promise. */
public abstract class UsersContract extends ListContract<User, UserField> {
  private static final PasswordHash PASSWORD =
      new PasswordHash("$argon2id$v=19$m=7168,t=5,p=1$c2FsdA$aGFzaA");

  /** The port under test. */
  protected abstract Users users();

  @Test
  void aChangedPasswordReplacesTheOneBeforeAndNothingElse() {
    User ada = People.ada(IDENTIFIERS, unique() + "@example.com", NOW);
    PasswordHash changed = new PasswordHash("$another$" + unique());
    inTransaction(() -> users().add(ada, new PasswordHash("$first$" + unique())));
    inTransaction(() -> users().changePassword(ada.id(), changed));
    assertThat(inTransaction(() -> users().findCredential(ada.email())))
        .contains(new User.Credential(ada, changed));
  }

  @Test
  void findsWhatWasAdded() {
    User user =
        User.signUp(
            new UserId(IDENTIFIERS.next()),
            "Zoë “Zed” Müller-O'Neill 🦊",
            new EmailAddress(email()),
            Set.of(Role.CUSTOMER, Role.STAFF, Role.ADMIN),
            NOW);
    add(user);
    assertStored(user);
    assertThat(credential(user.email())).contains(new User.Credential(user, PASSWORD));
  }

  @Test
  void findsTheLongest() {
    String domain = ("a".repeat(59) + ".").repeat(3) + "example";
    User user =
        User.signUp(
            new UserId(IDENTIFIERS.next()),
            "ñ".repeat(User.MAX_NAME_LENGTH),
            new EmailAddress(unique() + "b".repeat(32) + "@" + domain),
            Set.of(Role.CUSTOMER),
            NOW);
    PasswordHash password = new PasswordHash("$argon2id$" + "x".repeat(200));
    inTransaction(() -> users().add(user, password));
    assertStored(user);
    assertThat(credential(user.email())).contains(new User.Credential(user, password));
  }

  @Test
  void findsNoneThatIsUnknown() {
    assertGone(new UserId(IDENTIFIERS.next()));
    assertThat(credential(new EmailAddress(email()))).isEmpty();
  }

  @Test
  void refusesAnAddressThatIsTaken() {
    User first = added();
    User second = People.ada(IDENTIFIERS, first.email().value(), NOW);
    assertThatExceptionOfType(EmailTaken.class).isThrownBy(() -> add(second));
    assertGone(second.id());
    assertThat(credential(first.email())).map(User.Credential::user).contains(first);
  }

  @Test
  void ofManyThatSignUpWithOneAddressAtOnceOneSucceeds() {
    String email = email();
    List<String> outcomes =
        Concurrently.inThreads(
            THREADS,
            () -> {
              try {
                add(People.ada(IDENTIFIERS, email, NOW));
                return "added";
              } catch (EmailTaken taken) {
                return taken.code();
              }
            });
    assertThat(outcomes).containsOnlyOnce("added").containsOnly("added", EmailTaken.CODE);
  }

  @Test
  void aDeletedAccountIsGoneAndItsAddressFree() {
    User first = added();
    delete(first.id());
    assertGone(first.id());
    assertThat(credential(first.email())).isEmpty();

    User second = People.ada(IDENTIFIERS, first.email().value(), NOW);
    add(second);
    assertStored(second);
    assertThat(credential(first.email())).map(User.Credential::user).contains(second);
  }

  @Test
  void theIdOfADeletedAccountStaysTaken() {
    User user = added();
    delete(user.id());
    assertThatThrownBy(() -> add(user)).isInstanceOf(RuntimeException.class);
    assertGone(user.id());
  }

  @Test
  void rehashReplacesTheHashAlone() {
    User user = added();
    PasswordHash fresh = new PasswordHash("$argon2id$fresh");
    rehash(user.id(), PASSWORD, fresh);
    assertThat(credential(user.email())).contains(new User.Credential(user, fresh));
  }

  @Test
  void rehashLeavesAPasswordThatHasChangedSince() {
    User user = added();
    rehash(user.id(), new PasswordHash("$argon2id$before"), new PasswordHash("$argon2id$fresh"));
    assertThat(credential(user.email())).contains(new User.Credential(user, PASSWORD));

    delete(user.id());
    rehash(user.id(), PASSWORD, new PasswordHash("$argon2id$fresh"));
    assertGone(user.id());
  }

  @Test
  void aPasswordIsHeldAsLongAsItIsTheOneKnown() {
    User user = added();
    PasswordHash another = new PasswordHash("$argon2id$another");
    assertThat(inTransaction(() -> users().holdPassword(user.id(), PASSWORD))).isTrue();
    assertThat(inTransaction(() -> users().holdPassword(user.id(), another))).isFalse();

    delete(user.id());
    assertThat(inTransaction(() -> users().holdPassword(user.id(), PASSWORD))).isFalse();
  }

  @Test
  void whoeverReplacesAHeldPasswordWaits() {
    User user = added();
    PasswordHash another = new PasswordHash("$argon2id$another");
    CompletableFuture<Boolean> replaced =
        inTransaction(
            () -> {
              assertThat(users().holdPassword(user.id(), PASSWORD)).isTrue();
              CompletableFuture<Boolean> replacing =
                  Concurrently.start(
                      () -> {
                        inTransaction(() -> users().changePassword(user.id(), another));
                        return true;
                      });
              assertThat(inAnotherTransaction(() -> credential(user.email())))
                  .contains(new User.Credential(user, PASSWORD));
              return replacing;
            });

    assertThat(Concurrently.result(replaced)).isTrue();
    assertThat(inTransaction(() -> users().holdPassword(user.id(), PASSWORD))).isFalse();
  }

  private void rehash(UserId id, PasswordHash known, PasswordHash fresh) {
    inTransaction(() -> users().rehash(id, known, fresh));
  }

  @Test
  void updateReplacesTheStoredStateAndLeavesThePassword() {
    User user = added();
    User edited =
        new User(
            user.id(),
            "Grace Hopper",
            new EmailAddress(email()),
            Set.of(Role.STAFF),
            true,
            Language.GERMAN,
            user.createdAt(),
            NOW.plusSeconds(1),
            2);
    update(edited);
    assertStored(edited);
    assertThat(credential(edited.email())).contains(new User.Credential(edited, PASSWORD));
    assertThat(credential(user.email())).isEmpty();

    User editedBack = edited.withRoles(Set.of(Role.ADMIN, Role.CUSTOMER), NOW.plusSeconds(2));
    update(editedBack);
    assertStored(editedBack);
  }

  @Test
  void updateRefusesAnAddressThatIsTaken() {
    User first = added();
    User second = added();
    User clash = second.edited("Ada", first.email(), second.language(), NOW);
    assertThatExceptionOfType(EmailTaken.class).isThrownBy(() -> update(clash));
    assertStored(second);
    assertStored(first);
  }

  @Test
  void aRolledBackTransactionLeavesNothing() {
    User kept = added();
    User user = People.ada(IDENTIFIERS, email(), NOW);
    rollBack(
        () -> {
          users().add(user, PASSWORD);
          users().update(kept.withRoles(Set.of(Role.ADMIN), NOW));
          assertThat(inAnotherTransaction(() -> users().find(user.id()))).isEmpty();
          assertThat(inAnotherTransaction(() -> users().find(kept.id()))).contains(kept);
        });
    assertGone(user.id());
    assertStored(kept);
    rollBack(() -> users().delete(kept.id(), NOW));
    assertStored(kept);
    add(People.ada(IDENTIFIERS, user.email().value(), NOW));
  }

  @Test
  void aLockedAccountIsReadAsItsHolderLeavesIt() {
    for (int round = 0; round < 10; round++) {
      User user = added();
      User edited = user.withRoles(Set.of(Role.STAFF), NOW);
      Optional<User> seen =
          readWhileChanged(() -> users().findForUpdate(user.id()), () -> users().update(edited));
      assertThat(seen).contains(edited);
    }
  }

  @Test
  void noChangeUnderTheLockIsLost() {
    User user = added();
    raceInTransactions(
        10,
        () -> {
          User read = users().findForUpdate(user.id()).orElseThrow();
          users().update(read.withRoles(read.roles(), NOW));
        });
    assertThat(inTransaction(() -> users().find(user.id())))
        .map(User::version)
        .contains(1L + THREADS * 10);
  }

  @Test
  void listsNoDeletedAccounts() {
    User deleted = added();
    long before = total();
    delete(deleted.id());
    assertThat(total()).isEqualTo(before - 1);
  }

  @Override
  protected List<UserField> fields() {
    return List.of(UserField.values());
  }

  @Override
  protected Comparator<User> by(UserField field) {
    return switch (field) {
      case NAME -> Comparator.comparing(User::name);
      case EMAIL -> Comparator.comparing(user -> user.email().value());
      case CREATED_AT -> Comparator.comparing(User::createdAt);
      case UPDATED_AT -> Comparator.comparing(User::updatedAt);
    };
  }

  @Override
  protected Comparator<User> naturalOrder() {
    return by(UserField.CREATED_AT).reversed();
  }

  @Override
  protected UUID idOf(User item) {
    return item.id().value();
  }

  @Override
  protected User addListed(int number) {
    Instant createdAt = NOW.plusSeconds(number * 3 % 5);
    User created =
        User.signUp(
            new UserId(IDENTIFIERS.next()),
            "Person " + "caebd".charAt(number % 5),
            new EmailAddress("p" + number * 4 % 9 + email()),
            Set.of(Role.CUSTOMER),
            createdAt);
    User user = created.withRoles(Set.of(Role.STAFF), createdAt.plusSeconds(number * 4 % 5 * 100L));
    add(created);
    update(user);
    return user;
  }

  @Override
  protected Slice<User> list(PageRequest<UserField> page) {
    return users().list(page);
  }

  private static String email() {
    return unique() + "@example.com";
  }

  private User added() {
    User user = People.ada(IDENTIFIERS, email(), NOW);
    add(user);
    return user;
  }

  private void add(User user) {
    inTransaction(() -> users().add(user, PASSWORD));
  }

  private void update(User user) {
    inTransaction(() -> users().update(user));
  }

  private void delete(UserId id) {
    inTransaction(() -> users().delete(id, NOW));
  }

  private Optional<User.Credential> credential(EmailAddress email) {
    return inTransaction(() -> users().findCredential(email));
  }

  private long total() {
    Slice<User> part =
        inTransaction(() -> users().list(new PageRequest<>(new PageRequest.Page(1), 1, List.of())));
    assertThat(part.paging()).isInstanceOf(Slice.Numbered.class);
    return ((Slice.Numbered) part.paging()).total();
  }

  private void assertStored(User user) {
    assertThat(inTransaction(() -> users().find(user.id()))).contains(user);
    assertThat(unitOfWork().reading(() -> users().find(user.id()))).contains(user);
    assertThat(inTransaction(() -> users().findForUpdate(user.id()))).contains(user);
  }

  private void assertGone(UserId id) {
    assertThat(inTransaction(() -> users().find(id))).isEmpty();
    assertThat(unitOfWork().reading(() -> users().find(id))).isEmpty();
    assertThat(inTransaction(() -> users().findForUpdate(id))).isEmpty();
  }
}
