package dev.quartermaster.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.identity.ExternalIdentities;
import dev.quartermaster.domain.identity.ExternalIdentity;
import dev.quartermaster.domain.identity.PasswordHash;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.testkit.shared.PortContract;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link ExternalIdentities} promise. */
public abstract class ExternalIdentitiesContract extends PortContract {
  private static final String ISSUER = "https://issuer.example/realms/shop";

  /** The port under test. */
  protected abstract ExternalIdentities identities();

  /** The accounts that identities are linked to. */
  protected abstract Users users();

  @Test
  void findsTheAccountThatAnIdentityIsLinkedTo() {
    User user = added();
    ExternalIdentity identity = identity();
    assertThat(linked(identity)).isEmpty();

    link(identity, user.id());

    assertThat(linked(identity)).contains(user);
    assertThat(inTransaction(() -> identities().findUserForUpdate(identity))).contains(user);
  }

  @Test
  void onlyIssuerAndSubjectTogetherIdentify() {
    User ada = added();
    User grace = added();
    ExternalIdentity here = identity();
    ExternalIdentity elsewhere = new ExternalIdentity("https://other.example", here.subject());
    link(here, ada.id());
    assertThat(linked(elsewhere)).isEmpty();

    link(elsewhere, grace.id());

    assertThat(linked(here)).contains(ada);
    assertThat(linked(elsewhere)).contains(grace);
  }

  @Test
  void subjectsDifferByTheirCapitals() {
    User user = added();
    ExternalIdentity identity = new ExternalIdentity(ISSUER, "subject-" + unique());
    link(identity, user.id());

    assertThat(linked(new ExternalIdentity(ISSUER, identity.subject().toUpperCase(Locale.ROOT))))
        .isEmpty();
  }

  @Test
  void anAccountMayHaveSeveralIdentities() {
    User user = added();
    ExternalIdentity first = identity();
    ExternalIdentity second = identity();
    link(first, user.id());
    link(second, user.id());

    assertThat(linked(first)).contains(user);
    assertThat(linked(second)).contains(user);
  }

  @Test
  void unlinkingForgetsAllOfOneUser() {
    User ada = added();
    User grace = added();
    ExternalIdentity first = identity();
    ExternalIdentity second = identity();
    ExternalIdentity other = identity();
    link(first, ada.id());
    link(second, ada.id());
    link(other, grace.id());

    inTransaction(() -> identities().unlinkAll(ada.id()));

    assertThat(linked(first)).isEmpty();
    assertThat(linked(second)).isEmpty();
    assertThat(linked(other)).contains(grace);
  }

  @Test
  void theIdentityOfADeletedAccountCanBeLinkedAgain() {
    User first = added();
    User second = added();
    ExternalIdentity identity = identity();
    link(identity, first.id());
    inTransaction(() -> users().delete(first.id(), NOW));
    assertThat(linked(identity)).isEmpty();

    link(identity, second.id());

    assertThat(linked(identity)).contains(second);
  }

  @Test
  void whatWasRolledBackIsNotLinked() {
    User user = added();
    ExternalIdentity identity = identity();

    rollBack(() -> identities().link(identity, user.id(), NOW));

    assertThat(linked(identity)).isEmpty();
  }

  @Test
  void whoeverWaitsForTheLockSeesTheFirstLink() {
    for (int round = 0; round < 10; round++) {
      User user = added();
      ExternalIdentity identity = identity();
      Optional<User> seen =
          readWhileChanged(
              () -> identities().findUserForUpdate(identity),
              () -> identities().link(identity, user.id(), NOW));
      assertThat(seen).contains(user);
    }
  }

  private static ExternalIdentity identity() {
    return new ExternalIdentity(ISSUER, unique());
  }

  private User added() {
    User user = People.ada(IDENTIFIERS, unique() + "@example.com", NOW);
    inTransaction(() -> users().add(user, new PasswordHash("$none")));
    return user;
  }

  private void link(ExternalIdentity identity, UserId user) {
    inTransaction(() -> identities().link(identity, user, NOW));
  }

  private Optional<User> linked(ExternalIdentity identity) {
    return inTransaction(() -> identities().findUser(identity));
  }
}
