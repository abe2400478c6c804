package dev.quartermaster.mail.notifications;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A real SMTP server on a free port, which can be stopped and started. */
public final class SmtpServerResource implements QuarkusTestResourceLifecycleManager {
  private GreenMail server;

  @Override
  public Map<String, String> start() {
    server = started(0);
    return Map.of(
        "quarkus.mailer.host", "127.0.0.1",
        "quarkus.mailer.port", Integer.toString(server.getSmtp().getPort()));
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(
        new RestartableServer(server, SmtpServerResource::started),
        new TestInjector.MatchesType(RestartableServer.class));
  }

  @Override
  public void stop() {
    server.stop();
  }

  private static GreenMail started(int port) {
    GreenMail started =
        new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    started.start();
    return started;
  }
}
