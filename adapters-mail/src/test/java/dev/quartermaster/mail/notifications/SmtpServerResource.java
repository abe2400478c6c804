package dev.quartermaster.mail.notifications;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A real SMTP server on a free port, which can be stopped and started. */
public final class SmtpServerResource implements QuarkusTestResourceLifecycleManager {
  private RestartableServer server;

  @Override
  public Map<String, String> start() {
    GreenMail started = started(0);
    server = new RestartableServer(started, SmtpServerResource::started);
    return Map.of(
        "quarkus.mailer.host",
        "127.0.0.1",
        "quarkus.mailer.port",
        Integer.toString(started.getSmtp().getPort()));
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(server, new TestInjector.MatchesType(RestartableServer.class));
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
