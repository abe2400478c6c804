package dev.quartermaster.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UserId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UserTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final EmailAddress EMAIL = new EmailAddress("ada@example.com");

  private final User verified =
      new User(
          new UserId(UUID.randomUUID()),
          "Ada",
          EMAIL,
          Set.of(Role.CUSTOMER),
          true,
          Language.ENGLISH,
          NOW,
          NOW,
          4);

  @Test
  void aNewAccountIsNotVerified() {
    User user = named("  Ada Lovelace ");
    assertThat(user.name()).isEqualTo("Ada Lovelace");
    assertThat(user.emailVerified()).isFalse();
    assertThat(user.version()).isEqualTo(1);
    assertThat(user.createdAt()).isEqualTo(user.updatedAt()).isEqualTo(NOW);
  }

  @Test
  void aNameHasOneToTwoHundredCharacters() {
    assertThat(named("x").name()).isEqualTo("x");
    assertThat(named("x".repeat(200)).name()).hasSize(200);
    for (String name : new String[] {"", "   ", "x".repeat(201)}) {
      assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> named(name));
    }
  }

  @Test
  void hasARole() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> verified.withRoles(Set.of(), NOW))
        .withMessageStartingWith("roles");
  }

  @Test
  void aNewAddressIsNotVerifiedYet() {
    User edited =
        verified.edited("Ada", new EmailAddress("lovelace@example.com"), Language.ENGLISH, NOW);
    assertThat(edited.emailVerified()).isFalse();
  }

  @Test
  void anotherNameLeavesTheAddressVerified() {
    Instant later = NOW.plusSeconds(1);
    User edited = verified.edited("Countess", EMAIL, Language.GERMAN, later);
    assertThat(edited)
        .isEqualTo(
            new User(
                verified.id(),
                "Countess",
                EMAIL,
                Set.of(Role.CUSTOMER),
                true,
                Language.GERMAN,
                NOW,
                later,
                5));
  }

  @Test
  void otherRolesAllowOtherThings() {
    assertThat(verified.permissions()).isEmpty();
    User promoted = verified.withRoles(Set.of(Role.CUSTOMER, Role.STAFF), NOW);
    assertThat(promoted.permissions())
        .contains(Permission.CATALOG_WRITE)
        .doesNotContain(Permission.AUDIT_READ);
    assertThat(promoted.version()).isEqualTo(5);
    assertThat(promoted.emailVerified()).isTrue();
  }

  private static User named(String name) {
    return User.signUp(new UserId(UUID.randomUUID()), name, EMAIL, Set.of(Role.CUSTOMER), NOW);
  }
}
