package dev.quartermaster.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.shared.Permission;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleTest {

  @Test
  void eachAllowsWhatTheContractSays() {
    assertThat(Role.CUSTOMER.permissions()).isEmpty();
    assertThat(Role.STAFF.permissions())
        .extracting(Permission::code)
        .containsExactlyInAnyOrder(
            "users:read",
            "users:write",
            "catalog:write",
            "inventory:write",
            "orders:read",
            "orders:write");
    assertThat(Role.ADMIN.permissions()).containsExactlyInAnyOrder(Permission.values());
  }

  @Test
  void togetherTheyAllowWhatAnyOfThemDoes() {
    assertThat(Role.permissionsOf(Set.of())).isEmpty();
    assertThat(Role.permissionsOf(Set.of(Role.CUSTOMER, Role.STAFF)))
        .isEqualTo(Role.STAFF.permissions());
    assertThat(Role.permissionsOf(EnumSet.allOf(Role.class)))
        .isEqualTo(EnumSet.allOf(Permission.class));
  }

  @Test
  void codesReadBack() {
    for (Role role : Role.values()) {
      assertThat(Role.ofCode(role.code())).contains(role);
    }
    assertThat(Role.ofCode("STAFF")).isEmpty();
    assertThat(Role.ofCode("")).isEmpty();
  }
}
