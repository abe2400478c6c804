package dev.quartermaster.bootstrap;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/**
 * Where the HTTP server is going to listen.
 *
 * @param host the interface's name or address
 * @param port 0 for any free one
 */
record HttpAddress(String host, int port) {

  /**
   * Makes sure, before anything is started, that the HTTP server will be able to listen.
   *
   * @throws CannotStartException if it would not
   */
  void requireFree() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (UnknownHostException unknown) {
      throw new CannotStartException(
          "QUARKUS_HTTP_HOST is '%s' but this machine knows no such address".formatted(host),
          unknown);
    } catch (BindException refused) {
      throw new CannotStartException(refusal(refused), refused);
    } catch (IOException failure) {
      throw new CannotStartException(
          "port %d can't be opened (%s); set QUARKUS_HTTP_PORT"
              .formatted(port, OneLine.of(failure)),
          failure);
    }
  }

  private String refusal(BindException refused) {
    String reason = OneLine.of(refused);
    if (reason.contains("in use")) {
      return inUse(port);
    }
    if (reason.contains("assign")) {
      return "QUARKUS_HTTP_HOST is '%s' but this machine has no such address".formatted(host);
    }
    return "port %d can't be opened (%s); set QUARKUS_HTTP_PORT".formatted(port, reason);
  }

  static String inUse(int port) {
    return "port %d is in use; stop the other program or set QUARKUS_HTTP_PORT".formatted(port);
  }
}
