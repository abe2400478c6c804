package dev.quartermaster.domain.shared;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An event that has its place in the log of all events, from 1 and without gaps. An aggregate's
 * events lie there in the order in which they happened.
 *
 * @param position the place in the log
 * @param id never changes, whoever is told of the event and however often
 * @param type what happened, such as {@code order.placed}
 * @param schemaVersion which form {@code data} has
 * @param aggregateType what it happened to, such as {@code order}
 * @param aggregateId which of them
 * @param sequence the aggregate's version that it led to
 * @param owner whose the aggregate is, if it is somebody's
 * @param actor who did it, as {@link Actor#reference()} names them
 * @param requestId the request that it was done for
 * @param occurredAt when it happened
 * @param data the aggregate as it was then: texts, whole numbers, truth values, and lists and maps
 *     of these
 */
public record PublishedEvent(
    long position,
    UUID id,
    String type,
    int schemaVersion,
    String aggregateType,
    String aggregateId,
    long sequence,
    Optional<UserId> owner,
    String actor,
    Optional<String> requestId,
    Instant occurredAt,
    Map<String, Object> data) {
  public PublishedEvent {
    data = Map.copyOf(data);
  }

  /**
   * The event in the JSON form of CloudEvents 1.0, with the extensions {@code position}, {@code
   * sequence}, {@code schemaversion}, {@code actor} and {@code requestid}.
   *
   * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md">CloudEvents
   *     1.0.2</a>
   */
  public Map<String, Object> toCloudEvent() {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", id.toString());
    event.put("source", "/api/v1");
    event.put("type", type);
    event.put("subject", aggregateType + "/" + aggregateId);
    event.put("time", occurredAt.toString());
    event.put("datacontenttype", "application/json");
    event.put("schemaversion", schemaVersion);
    // Texts, because a CloudEvents integer has 32 bits.
    event.put("position", Long.toString(position));
    event.put("sequence", Long.toString(sequence));
    event.put("actor", actor);
    requestId.ifPresent(request -> event.put("requestid", request));
    event.put("data", data);
    return event;
  }
}
