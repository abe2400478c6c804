package dev.quartermaster.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ActorTest {
  private final UserId ada = new UserId(UUID.fromString("01980000-0000-7000-8000-000000000001"));
  private final Actor anonymous = new Actor.Anonymous();
  private final Actor reader = new Actor.SignedIn(ada, Set.of(Permission.ORDERS_READ));
  private final Actor program =
      new Actor.KeyHolder(
          new ApiKeyId(UUID.fromString("01980000-0000-7000-8000-000000000002")),
          ada,
          Set.of(Permission.ORDERS_WRITE));
  private final Actor process = new Actor.SystemProcess("expiry");

  @Test
  void aUserMayWhatTheirPermissionsAllow() {
    assertThat(EnumSet.allOf(Permission.class))
        .filteredOn(reader::may)
        .containsExactly(Permission.ORDERS_READ);
    assertThatCode(() -> reader.require(Permission.ORDERS_READ)).doesNotThrowAnyException();
    assertThatExceptionOfType(Forbidden.class)
        .isThrownBy(() -> reader.require(Permission.ORDERS_WRITE))
        .satisfies(
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(ErrorKind.FORBIDDEN);
              assertThat(refusal.detail()).contains("orders:write");
            });
  }

  @Test
  void whoHasNotSignedInMayNothingAndIsAskedTo() {
    assertThat(EnumSet.allOf(Permission.class)).noneMatch(anonymous::may);
    for (Permission permission : Permission.values()) {
      assertThatExceptionOfType(Unauthenticated.class)
          .isThrownBy(() -> anonymous.require(permission));
    }
  }

  @Test
  void aSystemProcessMayEverything() {
    assertThat(EnumSet.allOf(Permission.class)).allMatch(process::may);
  }

  @Test
  void onlyAUserIsAUser() {
    assertThat(reader.requireUser()).isEqualTo(ada);
    assertThatExceptionOfType(Unauthenticated.class).isThrownBy(anonymous::requireUser);
    assertThatExceptionOfType(Unauthenticated.class).isThrownBy(process::requireUser);
  }

  @Test
  void aProgramIsNoUserThoughItActsInTheNameOfOne() {
    assertThatExceptionOfType(Forbidden.class).isThrownBy(program::requireUser);
    assertThat(program.requirePrincipal(Permission.ORDERS_WRITE)).isEqualTo(ada);
    assertThatExceptionOfType(Forbidden.class)
        .isThrownBy(() -> program.requirePrincipal(Permission.ORDERS_READ));
  }

  @Test
  void aUserNeedsNoPermissionForThemselves() {
    assertThat(reader.requirePrincipal(Permission.ORDERS_WRITE)).isEqualTo(ada);
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> anonymous.requirePrincipal(Permission.ORDERS_WRITE));
  }

  @Test
  void isThisVeryUserOrNot() {
    UserId other = new UserId(UUID.randomUUID());
    assertThat(reader.is(ada)).isTrue();
    assertThat(reader.is(other)).isFalse();
    assertThat(anonymous.is(ada)).isFalse();
    assertThat(program.is(ada)).isFalse();
    assertThat(process.is(ada)).isFalse();
  }

  @Test
  void historiesNameTheActor() {
    assertThat(anonymous.reference()).isEqualTo("anonymous");
    assertThat(reader.reference()).isEqualTo("user:01980000-0000-7000-8000-000000000001");
    assertThat(program.reference()).isEqualTo("key:01980000-0000-7000-8000-000000000002");
    assertThat(process.reference()).isEqualTo("system:expiry");
  }

  @Test
  void permissionsAreCopied() {
    Set<Permission> permissions = new HashSet<>();
    Actor actor = new Actor.SignedIn(ada, permissions);
    permissions.add(Permission.AUDIT_READ);
    assertThat(actor.may(Permission.AUDIT_READ)).isFalse();
  }
}
