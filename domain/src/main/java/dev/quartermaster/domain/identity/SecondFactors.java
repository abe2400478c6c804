package dev.quartermaster.domain.identity;

import dev.quartermaster.domain.shared.UserId;
import java.util.Optional;

/** The second factors of all users; a user has one at the most. */
public interface SecondFactors {

  /** The user's second factor, confirmed or not. */
  Optional<SecondFactor> find(UserId userId);

  /** The user's second factor, locked until the transaction ends. */
  Optional<SecondFactor> findForUpdate(UserId userId);

  /** Adds the second factor, or replaces the one that the user has. */
  void save(SecondFactor secondFactor);

  /** Forgets the user's second factor, if there is one. */
  void delete(UserId userId);
}
