package dev.quartermaster.domain.webhooks;

import dev.quartermaster.domain.shared.PublishedEvent;

/** Writes the bodies of messages. Safe for use by many threads at once. */
public interface MessageBodies {

  /**
   * The event in the JSON form of CloudEvents, without white space and with the members of each
   * object in the order of their names, so that it is the same text whoever writes it.
   */
  String of(PublishedEvent event);
}
