package dev.quartermaster.realtime.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the server says. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
sealed interface ServerMessage {

  /** It is known who speaks. */
  @JsonTypeName("authenticated")
  record Authenticated(@Nullable String id) implements ServerMessage {}

  /** Events of the topic follow. */
  @JsonTypeName("subscribed")
  record Subscribed(@Nullable String id, String topic) implements ServerMessage {}

  /** No more events of the topic follow. */
  @JsonTypeName("unsubscribed")
  record Unsubscribed(@Nullable String id, String topic) implements ServerMessage {}

  /** The server is there. */
  @JsonTypeName("pong")
  record Pong(@Nullable String id) implements ServerMessage {}

  /** Something happened: a CloudEvent, and its place, from behind which one can go on later. */
  @JsonTypeName("event")
  record Event(String topic, String position, @JsonRawValue String event)
      implements ServerMessage {}

  /** What was asked for did not happen; the code is that of a problem. */
  @JsonTypeName("error")
  record Refusal(@Nullable String id, String code, String message, List<FieldAtFault> errors)
      implements ServerMessage {
    public Refusal {
      errors = List.copyOf(errors);
    }

    static Refusal of(@Nullable String id, DomainException refusal) {
      return new Refusal(
          id,
          refusal.code(),
          refusal.detail(),
          refusal.fieldErrors().stream().map(FieldAtFault::of).toList());
    }
  }

  /** A member at fault, and what would be right. */
  record FieldAtFault(String field, String message) {
    static FieldAtFault of(FieldError error) {
      return new FieldAtFault(error.field(), error.message());
    }
  }
}
