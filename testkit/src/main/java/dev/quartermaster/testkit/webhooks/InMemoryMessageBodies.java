package dev.quartermaster.testkit.webhooks;

import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.domain.webhooks.MessageBodies;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes JSON of texts without characters that would need to be escaped but quotes. */
public final class InMemoryMessageBodies implements MessageBodies {

  @Override
  public String of(PublishedEvent event) {
    return json(event.toCloudEvent());
  }

  private static String json(Object value) {
    return switch (value) {
      case Map<?, ?> members ->
          new TreeMap<>(members)
              .entrySet().stream()
                  .map(member -> json(member.getKey()) + ":" + json(member.getValue()))
                  .collect(Collectors.joining(",", "{", "}"));
      case Collection<?> items ->
          items.stream()
              .map(InMemoryMessageBodies::json)
              .collect(Collectors.joining(",", "[", "]"));
      case String text -> "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
      default -> value.toString();
    };
  }
}
