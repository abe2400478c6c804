package dev.quartermaster.bootstrap.operations;

import dev.quartermaster.application.identity.EnsureAdministrator;
import dev.quartermaster.bootstrap.CannotStartException;
import dev.quartermaster.domain.identity.RawPassword;
import dev.quartermaster.domain.shared.InvalidInput;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Opens the account of the administrator that the settings name, unless it exists. */
@Singleton
final class FirstAdministrator {
  private static final Logger LOG = Logger.getLogger(FirstAdministrator.class);

  private final EnsureAdministrator ensureAdministrator;
  private final Optional<String> email;
  private final Optional<String> password;

  FirstAdministrator(
      EnsureAdministrator ensureAdministrator,
      @ConfigProperty(name = "quartermaster.admin.email") Optional<String> email,
      @ConfigProperty(name = "quartermaster.admin.password") Optional<String> password) {
    this.ensureAdministrator = ensureAdministrator;
    this.email = email;
    this.password = password;
  }

  void ensure(@Observes StartupEvent start) {
    if (email.isEmpty() || password.isEmpty()) {
      return;
    }
    EnsureAdministrator.Result result = ensure(email.get(), new RawPassword(password.get()));
    if (result.created()) {
      LOG.infof("Opened the administrator's account %s", email.get());
    }
  }

  private EnsureAdministrator.Result ensure(String address, RawPassword chosen) {
    try {
      return ensureAdministrator.ensure(new EnsureAdministrator.Command(address, chosen));
    } catch (InvalidInput refused) {
      throw new CannotStartException(
          "QUARTERMASTER_ADMIN_EMAIL and QUARTERMASTER_ADMIN_PASSWORD cannot be used: "
              + refused.detail(),
          refused);
    }
  }
}
