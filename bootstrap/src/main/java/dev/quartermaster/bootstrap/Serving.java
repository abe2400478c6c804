package dev.quartermaster.bootstrap;

import io.quarkus.dev.console.DevConsoleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Tells a person where everything is once Quarkus serves, and waits until it is told to stop. */
@Singleton
final class Serving implements QuarkusApplication {
  /** The property that names the folder of the embedded database. */
  static final String EMBEDDED_DATA = "quartermaster.embedded.data";

  private static final Logger LOG = Logger.getLogger("quartermaster");
  private static final String WELCOMED = "quartermaster.welcomed";
  private static final String DEV_PASSWORD = "quartermaster-dev";

  private final HttpServer http;
  private final String jdbcUrl;
  private final Optional<String> embeddedData;
  private final Optional<String> adminEmail;
  private final Optional<String> adminPassword;

  @Inject
  Serving(
      HttpServer http,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String jdbcUrl,
      @ConfigProperty(name = EMBEDDED_DATA) Optional<String> embeddedData,
      @ConfigProperty(name = "quartermaster.admin.email") Optional<String> adminEmail,
      @ConfigProperty(name = "quartermaster.admin.password") Optional<String> adminPassword) {
    this.http = http;
    this.jdbcUrl = jdbcUrl;
    this.embeddedData = embeddedData;
    this.adminEmail = adminEmail;
    this.adminPassword = adminPassword;
  }

  @Override
  public int run(String... arguments) {
    if (DevConsoleManager.getGlobal(WELCOMED) == null) {
      welcome(http.getLocalBaseUri());
      DevConsoleManager.setGlobal(WELCOMED, true);
    }
    Quarkus.waitForExit();
    return 0;
  }

  /** Once in a process: dev mode's reloads change nothing of it. */
  private void welcome(URI address) {
    LOG.infof("Quartermaster is ready at %s", address);
    LOG.infof("API documentation: %s", address.resolve("/docs"));
    LOG.infof("Data: %s", embeddedData.orElseGet(this::databaseWithoutCredentials));
    if (DevMode.isOn() && adminPassword.filter(DEV_PASSWORD::equals).isPresent()) {
      LOG.infof("Log in as %s with the password %s", adminEmail.orElse(""), DEV_PASSWORD);
    }
  }

  private String databaseWithoutCredentials() {
    return jdbcUrl.split("\\?", 2)[0];
  }
}
