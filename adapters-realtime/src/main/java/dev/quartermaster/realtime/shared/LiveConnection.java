package dev.quartermaster.realtime.shared;

import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.domain.shared.Unavailable;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection: who speaks, what they follow, and whether they still listen. Its
 * messages are handled one after the other.
 */
final class LiveConnection {
  private static final Logger LOG = Logger.getLogger(LiveConnection.class);
  private static final int MOST_SUBSCRIPTIONS = 20;
  private static final int MOST_MESSAGES = 100;

  /** How many heartbeats may stay without an answer. */
  private static final int PATIENCE = 2;

  private final WebSocketConnection socket;
  private final Recognition recognition;
  private final List<Topic> topics;
  private final MessageJson json;
  private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();
  private final AtomicInteger messages = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final AtomicBoolean isOver = new AtomicBoolean();
  private volatile @Nullable Speaker speaker;

  LiveConnection(
      WebSocketConnection socket, Recognition recognition, List<Topic> topics, MessageJson json) {
    this.socket = socket;
    this.recognition = recognition;
    this.topics = topics;
    this.json = json;
  }

  /** Whether it is known who speaks. */
  boolean isAuthenticated() {
    return speaker != null;
  }

  /** Takes a proof that came with the connection. */
  void recognize(Proof proof) {
    speaker = new Speaker(proof, recognition.who(proof));
  }

  void hear(String text) {
    if (messages.incrementAndGet() > MOST_MESSAGES) {
      end(Ending.TOO_MANY_MESSAGES);
      return;
    }
    json.read(text)
        .ifPresentOrElse(
            this::hear,
            () ->
                say(
                    new ServerMessage.Refusal(
                        null,
                        "malformed-request",
                        "A message is a JSON object with the type authenticate, subscribe,"
                            + " unsubscribe or ping, and with no other members than docs/live.md"
                            + " names.",
                        List.of())));
  }

  private void hear(ClientMessage message) {
    try {
      switch (message) {
        case ClientMessage.Authenticate authenticate -> authenticate(authenticate);
        case ClientMessage.Subscribe subscribe -> subscribe(subscribe);
        case ClientMessage.Unsubscribe unsubscribe -> unsubscribe(unsubscribe);
        case ClientMessage.Ping ping -> say(new ServerMessage.Pong(ping.id()));
      }
    } catch (DomainException refusal) {
      say(ServerMessage.Refusal.of(message.id(), refusal));
    }
  }

  /** A fresh token of the same user prolongs the connection; another user needs another one. */
  private void authenticate(ClientMessage.Authenticate message) {
    Proof proof = message.proof();
    Actor actor = recognition.who(proof);
    Speaker known = speaker;
    if (known != null && !known.actor.equals(actor)) {
      end(Ending.TOKEN_ENDED);
      return;
    }
    speaker = new Speaker(proof, actor);
    say(new ServerMessage.Authenticated(message.id()));
  }

  private void subscribe(ClientMessage.Subscribe message) {
    Speaker known = speaker;
    if (known == null) {
      throw new Unauthenticated("Authenticate first.");
    }
    String name = message.wanted();
    Topic topic =
        topics.stream()
            .filter(candidate -> candidate.isNamed(name))
            .findFirst()
            .orElseThrow(() -> InvalidInput.of("topic", "must be events, orders or order/<id>"));
    if (subscriptions.size() == MOST_SUBSCRIPTIONS) {
      throw InvalidInput.of(
          "topic", "is one more than the " + MOST_SUBSCRIPTIONS + " that a connection can follow");
    }
    Subscription subscription = new Subscription(name, this);
    if (subscriptions.putIfAbsent(name, subscription) != null) {
      throw InvalidInput.of("topic", "is followed already");
    }
    try {
      topic.follow(name, known.actor, message.known(), subscription);
    } catch (DomainException refusal) {
      subscriptions.remove(name, subscription);
      throw refusal;
    }
    if (isOver.get()) {
      subscription.cancel();
      return;
    }
    say(new ServerMessage.Subscribed(message.id(), name), subscription::takeNext);
  }

  private void unsubscribe(ClientMessage.Unsubscribe message) {
    String name = message.unwanted();
    Subscription subscription = subscriptions.remove(name);
    if (subscription == null) {
      throw InvalidInput.of("topic", "is not followed");
    }
    subscription.cancel();
    say(new ServerMessage.Unsubscribed(message.id(), name));
  }

  /** The client is there. */
  void answered() {
    unanswered.set(0);
  }

  /** Looks whether the client may still listen and does, and says that the server is there. */
  void beat() {
    messages.set(0);
    Speaker known = speaker;
    if (known != null && !isStill(known)) {
      end(Ending.TOKEN_ENDED);
    } else if (unanswered.incrementAndGet() > PATIENCE) {
      end(Ending.TOO_SLOW);
    } else {
      socket.sendPing(Buffer.buffer()).subscribe().with(_ -> {}, failure -> gone(failure));
    }
  }

  private boolean isStill(Speaker known) {
    try {
      return recognition.who(known.proof).equals(known.actor);
    } catch (DomainException refusal) {
      return refusal.kind() == ErrorKind.UNAVAILABLE;
    }
  }

  /** Tells of an event, and goes on once that is on its way to the client. */
  void tell(String topic, PublishedEvent event, Runnable then) {
    String position = Long.toString(event.position());
    say(new ServerMessage.Event(topic, position, json.of(event)), then);
  }

  void say(ServerMessage message) {
    say(message, () -> {});
  }

  /** Says something, and goes on once it is on its way to the client. */
  void say(ServerMessage message, Runnable then) {
    if (!isOver.get()) {
      socket
          .sendText(json.write(message))
          .subscribe()
          .with(_ -> then.run(), failure -> gone(failure));
    }
  }

  /** A topic that cannot be followed any more; the client may subscribe to it again. */
  void lose(String topic, Throwable reason) {
    LOG.debug("a subscription ends early", reason);
    subscriptions.remove(topic);
    say(ServerMessage.Refusal.of(null, new Unavailable("The topic " + topic, reason)));
  }

  void end(Ending ending) {
    if (leave()) {
      socket
          .close(ending.reason())
          .subscribe()
          .with(_ -> {}, failure -> LOG.debug("a connection was gone already", failure));
    }
  }

  /** Follows nothing any more; false if that was so before. */
  boolean leave() {
    boolean isFirst = isOver.compareAndSet(false, true);
    subscriptions.values().forEach(Subscription::cancel);
    subscriptions.clear();
    return isFirst;
  }

  private void gone(Throwable failure) {
    LOG.debug("a client does not listen any more", failure);
    leave();
  }

  /** Who speaks, and by what they showed it. */
  private record Speaker(Proof proof, Actor actor) {}
}
