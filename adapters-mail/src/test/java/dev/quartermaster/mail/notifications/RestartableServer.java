package dev.quartermaster.mail.notifications;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.function.IntFunction;

/** An SMTP server that comes back at the same port. */
final class RestartableServer {
  private final IntFunction<GreenMail> start;
  private final int port;
  private GreenMail running;

  RestartableServer(GreenMail running, IntFunction<GreenMail> start) {
    this.running = running;
    this.start = start;
    this.port = running.getSmtp().getPort();
  }

  void stop() {
    running.stop();
  }

  void restart() {
    running = start.apply(port);
  }

  /** What it has received since it was last started. */
  List<MimeMessage> received() {
    return List.of(running.getReceivedMessages());
  }
}
