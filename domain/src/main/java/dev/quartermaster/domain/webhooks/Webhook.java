package dev.quartermaster.domain.webhooks;

import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.UserId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A program of somebody else that wants to hear of events. It is enabled when it is made, and
 * disabled by its owner, or by us when its receiver says that it is gone or fails for too long.
 *
 * @param id never changes
 * @param ownerId who answers for it, and is told when it is given up
 * @param url where events are sent
 * @param eventTypes which events are sent, 1 to {@value #MAX_EVENT_TYPES} patterns
 * @param description what it is for, at most {@value #MAX_DESCRIPTION_LENGTH} characters
 * @param status whether it is in use
 * @param health how its receiver has answered of late; a change of it is no new version
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 * @param version counts the changes, from 1
 */
public record Webhook(
    WebhookId id,
    UserId ownerId,
    WebhookUrl url,
    Set<EventTypePattern> eventTypes,
    Optional<String> description,
    WebhookStatus status,
    WebhookHealth health,
    Instant createdAt,
    Instant updatedAt,
    long version) {
  public static final int MAX_EVENT_TYPES = 50;
  public static final int MAX_DESCRIPTION_LENGTH = 500;

  /** How many webhooks a user can have. */
  public static final int MAX_PER_OWNER = 50;

  public Webhook {
    checkEventTypes(eventTypes);
    eventTypes = Set.copyOf(eventTypes);
    description = description.map(String::strip).filter(text -> !text.isEmpty());
    checkDescription(description);
  }

  /**
   * A new webhook.
   *
   * @throws InvalidInput naming every field at fault
   */
  public static Webhook create(
      WebhookId id,
      UserId ownerId,
      WebhookUrl url,
      Set<EventTypePattern> eventTypes,
      Optional<String> description,
      Instant at) {
    InvalidInput.collect(() -> checkEventTypes(eventTypes), () -> checkDescription(description));
    return new Webhook(
        id,
        ownerId,
        url,
        eventTypes,
        description,
        WebhookStatus.ENABLED,
        WebhookHealth.HEALTHY,
        at,
        at,
        1);
  }

  /** Whether events are sent to it. */
  public boolean isEnabled() {
    return status == WebhookStatus.ENABLED;
  }

  /** Whether events of that type are wanted. */
  public boolean wants(String eventType) {
    return eventTypes.stream().anyMatch(pattern -> pattern.matches(eventType));
  }

  /**
   * The webhook with the changes; the same one if nothing differs. Another address, or being
   * enabled again, makes it healthy.
   */
  public Webhook changed(WebhookChanges changes, Instant at) {
    WebhookUrl newUrl = changes.url().orElse(url);
    WebhookStatus newStatus = changes.status().orElse(status);
    boolean beginsAnew = !newUrl.equals(url) || newStatus != status;
    Webhook changed =
        new Webhook(
            id,
            ownerId,
            newUrl,
            changes.eventTypes().orElse(eventTypes),
            changes.description().or(() -> description),
            newStatus,
            beginsAnew ? WebhookHealth.HEALTHY : health,
            createdAt,
            at,
            version + 1);
    return changed.auditable().equals(auditable()) ? this : changed;
  }

  /** The webhook with another secret, which is kept apart from it. */
  public Webhook withNewSecret(Instant at) {
    return new Webhook(
        id, ownerId, url, eventTypes, description, status, health, createdAt, at, version + 1);
  }

  /** The webhook, given up: nothing is sent until somebody enables it. */
  public Webhook givenUp(Instant at) {
    return new Webhook(
        id,
        ownerId,
        url,
        eventTypes,
        description,
        WebhookStatus.DISABLED,
        health,
        createdAt,
        at,
        version + 1);
  }

  /** The same webhook, with its receiver in another state. */
  public Webhook withHealth(WebhookHealth newHealth) {
    return new Webhook(
        id,
        ownerId,
        url,
        eventTypes,
        description,
        status,
        newHealth,
        createdAt,
        updatedAt,
        version);
  }

  /**
   * Asserts that events are sent to it.
   *
   * @throws WebhookNotEnabled when none are
   */
  public void requireEnabled() {
    if (!isEnabled()) {
      throw new WebhookNotEnabled();
    }
  }

  /** What an audit trail tells of it, by field. */
  public Map<String, String> auditable() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("url", url.toString());
    fields.put(
        "eventTypes",
        eventTypes.stream()
            .map(EventTypePattern::value)
            .sorted()
            .collect(Collectors.joining(", ")));
    fields.put("status", status.code());
    description.ifPresent(text -> fields.put("description", text));
    return fields;
  }

  private static void checkEventTypes(Set<EventTypePattern> eventTypes) {
    if (eventTypes.isEmpty() || eventTypes.size() > MAX_EVENT_TYPES) {
      throw InvalidInput.of("eventTypes", "must name 1 to " + MAX_EVENT_TYPES + " types");
    }
  }

  private static void checkDescription(Optional<String> description) {
    if (description.filter(text -> text.length() > MAX_DESCRIPTION_LENGTH).isPresent()) {
      throw InvalidInput.of(
          "description", "must have at most " + MAX_DESCRIPTION_LENGTH + " characters");
    }
  }
}
