package dev.quartermaster.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.identity.EmailTaken;
import dev.quartermaster.domain.identity.RawPassword;
import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.testkit.shared.Concurrently;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignUpServiceTest {
  private final Identity identity = new Identity();

  @Test
  void opensAnAccountForACustomer() {
    User user = signUp("  Ada Lovelace ", " Ada@Example.com ", Identity.PASSWORD.value());
    assertThat(user.name()).isEqualTo("Ada Lovelace");
    assertThat(user.email().value()).isEqualTo("ada@example.com");
    assertThat(user.roles()).containsExactly(Role.CUSTOMER);
    assertThat(user.permissions()).isEmpty();
    assertThat(user.emailVerified()).isFalse();
    assertThat(user.createdAt()).isEqualTo(identity.clock.instant());
    assertThat(identity.users.find(user.id())).contains(user);
    assertThat(identity.letsIn("ada@example.com", Identity.PASSWORD)).isTrue();
  }

  @Test
  void refusesAnAddressThatIsTakenWhateverItsCapitals() {
    signUp("Ada", "ada@example.com", Identity.PASSWORD.value());
    assertThatExceptionOfType(EmailTaken.class)
        .isThrownBy(() -> signUp("Eve", "ADA@example.com", "another fine password"));
    assertThat(identity.letsIn("ada@example.com", Identity.PASSWORD)).isTrue();
  }

  @Test
  void ofManyWithOneAddressAtOnceOneSucceeds() {
    List<Boolean> opened =
        Concurrently.inThreads(
            8,
            () -> {
              try {
                signUp("Ada", "ada@example.com", Identity.PASSWORD.value());
                return true;
              } catch (EmailTaken taken) {
                return false;
              }
            });
    assertThat(opened).containsOnlyOnce(true);
  }

  @Test
  void refusesABrokenRule() {
    assertInvalid("Ada", "ada", Identity.PASSWORD.value(), "email");
    assertInvalid(" ", "ada@example.com", Identity.PASSWORD.value(), "name");
    assertInvalid("Ada", "ada@example.com", "short", "password");
    assertInvalid("Ada", "ada@example.com", "Password", "password");
  }

  @Test
  void namesEveryFieldAtFault() {
    assertInvalid(" ", "ada", "correct-horse-battery", "name", "email");
    assertInvalid("Ada", "ada@example.com", "short", "password");
  }

  private User signUp(String name, String email, String password) {
    return identity.signedUp(name, email, new RawPassword(password));
  }

  private void assertInvalid(String name, String email, String password, String... fields) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> signUp(name, email, password))
        .satisfies(
            refusal ->
                assertThat(refusal.fieldErrors())
                    .extracting(FieldError::field)
                    .containsExactlyInAnyOrder(fields));
  }
}
