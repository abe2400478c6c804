package dev.quartermaster.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UserId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FindAccountTest {
  private final Identity identity = new Identity();
  private final FindAccount find = new FindAccountService(identity.unitOfWork, identity.users);

  @Test
  void tellsWhereAnOwnerIsReachedAndWhatTheyMayDo() {
    User admin = identity.withRole("admin@example.com", Role.ADMIN);
    User customer = identity.customer("ada@example.com");

    assertThat(find(admin.id())).contains(new FindAccount.Account(Set.of(Permission.values())));
    assertThat(find(customer.id())).contains(new FindAccount.Account(Set.of()));
  }

  @Test
  void whoIsGoneIsNotFound() {
    User ada = identity.customer("ada@example.com");
    identity.unitOfWork.inTransaction(
        () -> identity.users.delete(ada.id(), identity.clock.instant()));

    assertThat(find(ada.id())).isEmpty();
    assertThat(find(new UserId(UUID.randomUUID()))).isEmpty();
  }

  private Optional<FindAccount.Account> find(UserId user) {
    return find.find(new FindAccount.Query(user));
  }
}
