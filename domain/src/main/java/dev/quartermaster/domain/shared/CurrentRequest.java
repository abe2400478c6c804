package dev.quartermaster.domain.shared;

import java.util.Optional;

/** Tells on behalf of which request the current thread works. */
public interface CurrentRequest {

  /** The id by which the request is known in answers and logs; empty outside of requests. */
  Optional<String> id();
}
