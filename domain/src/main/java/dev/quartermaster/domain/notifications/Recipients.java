package dev.quartermaster.domain.notifications;

import dev.quartermaster.domain.shared.UserId;
import java.util.Optional;

/** Where and how to write to people. */
public interface Recipients {

  /** How to write to the person; empty when there is no such account any more. */
  Optional<Recipient> find(UserId userId);
}
