package dev.quartermaster.realtime.shared;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;
import io.quarkus.websockets.next.HandshakeRequest;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The door for those who want to be told of events by a WebSocket. */
@WebSocket(path = "/ws")
@Singleton
public class LiveSocket {
  private static final Logger LOG = Logger.getLogger(LiveSocket.class);
  private static final String COOKIE = "__Host-quartermaster-session";
  private static final String BEARER = "bearer ";
  private static final int LONGEST = 8_192;

  private final LiveConnections connections;
  private final AllowedOrigins origins;

  LiveSocket(LiveConnections connections, AllowedOrigins origins) {
    this.connections = connections;
    this.origins = origins;
  }

  /** A proof in the handshake is looked at now; whoever sends none has to show one soon. */
  @OnOpen
  @RunOnVirtualThread
  void open(WebSocketConnection socket) {
    LiveConnection connection = connections.add(socket);
    proof(socket.handshakeRequest())
        .ifPresent(
            proof -> {
              try {
                connection.recognize(proof);
              } catch (DomainException refusal) {
                LOG.debugf(
                    "a connection begins with a proof that is not taken: %s", refusal.code());
                connection.end(
                    refusal.kind() == ErrorKind.UNAVAILABLE
                        ? Ending.TRY_LATER
                        : Ending.TOKEN_ENDED);
              }
            });
  }

  @OnTextMessage
  @RunOnVirtualThread
  void hear(String text, WebSocketConnection socket) {
    connections
        .of(socket)
        .ifPresent(
            connection -> {
              if (text.length() > LONGEST) {
                connection.end(Ending.TOO_LARGE);
              } else {
                connection.hear(text);
              }
            });
  }

  @OnPongMessage
  void answered(Buffer content, WebSocketConnection socket) {
    connections.of(socket).ifPresent(LiveConnection::answered);
  }

  @OnClose
  void close(WebSocketConnection socket) {
    connections.remove(socket);
  }

  @OnError
  void lose(HttpClosedException gone, WebSocketConnection socket) {
    connections.remove(socket);
  }

  @OnError
  void fail(Throwable failure, WebSocketConnection socket) {
    LOG.error("a WebSocket ends because of a defect", failure);
    connections.of(socket).ifPresent(connection -> connection.end(Ending.FAULT));
  }

  /** A cookie, which a browser sends unasked, counts for nothing beside a proof that was chosen. */
  private Optional<Proof> proof(HandshakeRequest handshake) {
    String authorization = handshake.header("Authorization");
    if (authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      return Optional.of(new Proof.Token(authorization.substring(BEARER.length()).strip()));
    }
    String key = handshake.header("X-API-Key");
    if (key != null) {
      return Optional.of(new Proof.Key(key));
    }
    return origins.allowCookies(handshake.header("Origin"), handshake.header("Host"))
        ? cookie(handshake)
        : Optional.empty();
  }

  private static Optional<Proof> cookie(HandshakeRequest handshake) {
    return handshake.headers("Cookie").stream()
        .flatMap(header -> Stream.of(header.split(";", -1)))
        .map(String::strip)
        .filter(cookie -> cookie.startsWith(COOKIE + "="))
        .<Proof>map(cookie -> new Proof.Cookie(cookie.substring(COOKIE.length() + 1)))
        .findFirst();
  }
}
