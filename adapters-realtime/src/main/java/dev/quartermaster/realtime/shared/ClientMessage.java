package dev.quartermaster.realtime.shared;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.quartermaster.domain.shared.InvalidInput;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a client may say. Its {@code id}, if it gives one, comes back with the answer. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ClientMessage.Authenticate.class, name = "authenticate"),
  @JsonSubTypes.Type(value = ClientMessage.Subscribe.class, name = "subscribe"),
  @JsonSubTypes.Type(value = ClientMessage.Unsubscribe.class, name = "unsubscribe"),
  @JsonSubTypes.Type(value = ClientMessage.Ping.class, name = "ping")
})
sealed interface ClientMessage {

  /** By what the client knows the message. */
  @Nullable String id();

  /** Shows who speaks, and with a fresh token that they still may. */
  record Authenticate(@Nullable String id, @Nullable String token) implements ClientMessage {
    Proof.Token proof() {
      return new Proof.Token(required("token", token));
    }

    @Override
    public String toString() {
      return "Authenticate[***]";
    }
  }

  /** Wants to be told of a topic, from behind an event or from now on. */
  record Subscribe(@Nullable String id, @Nullable String topic, @Nullable String lastEventId)
      implements ClientMessage {
    private static final Pattern PLACE = Pattern.compile("0|[1-9][0-9]{0,17}");

    String wanted() {
      return required("topic", topic);
    }

    OptionalLong known() {
      if (lastEventId == null) {
        return OptionalLong.empty();
      }
      if (!PLACE.matcher(lastEventId).matches()) {
        throw InvalidInput.of("lastEventId", "must be the position of an event, such as \"4711\"");
      }
      return OptionalLong.of(Long.parseLong(lastEventId));
    }
  }

  /** Wants to hear no more of a topic. */
  record Unsubscribe(@Nullable String id, @Nullable String topic) implements ClientMessage {
    String unwanted() {
      return required("topic", topic);
    }
  }

  /** Asks whether the server is there. */
  record Ping(@Nullable String id) implements ClientMessage {}

  private static String required(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      throw InvalidInput.of(field, "must be given");
    }
    return text;
  }
}
