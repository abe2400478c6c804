package dev.quartermaster.rest.shared;

import dev.quartermaster.domain.shared.Actor;
import java.util.function.Supplier;

/** Who asks, with the permissions of this moment. */
public interface CurrentActor {

  /**
   * The actor of this request; looked up once.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when a token was sent and its session
   *     has ended
   */
  Actor get();

  /**
   * Tells who asks by the proof that came with this request, as if it came now; for answers that
   * last. Whoever calls it must be able to wait, and gets {@link
   * dev.quartermaster.domain.shared.Unauthenticated} once the proof is good for nothing any more.
   */
  Supplier<Actor> lasting();
}
