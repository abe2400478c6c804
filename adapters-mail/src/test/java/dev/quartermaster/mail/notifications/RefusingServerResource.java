package dev.quartermaster.mail.notifications;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An SMTP server on a free port that knows no mailbox. */
public final class RefusingServerResource implements QuarkusTestResourceLifecycleManager {
  private ServerSocket listening;

  @Override
  public Map<String, String> start() {
    try {
      listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Thread.ofVirtual().start(this::serve);
    return Map.of(
        "quarkus.mailer.host",
        "127.0.0.1",
        "quarkus.mailer.port",
        Integer.toString(listening.getLocalPort()));
  }

  @Override
  public void stop() {
    try {
      listening.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void serve() {
    while (!listening.isClosed()) {
      try (Socket client = listening.accept()) {
        converse(client);
      } catch (SocketException closed) {
        // The client has gone, or the test is over.
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  private static void converse(Socket client) throws IOException {
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    say(client, "220 refusing");
    String line = lines.readLine();
    while (line != null) {
      say(client, line.startsWith("RCPT") ? "550 no such mailbox" : "250 fine");
      line = lines.readLine();
    }
  }

  private static void say(Socket client, String answer) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
