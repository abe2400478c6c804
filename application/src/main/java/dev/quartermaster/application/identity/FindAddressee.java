package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.Language;
import dev.quartermaster.domain.shared.UserId;
import java.util.Optional;

/** Tells other contexts how to write to somebody. */
public interface FindAddressee {

  /**
   * How to write to the person; empty when there is no such account any more. Asked by other
   * contexts, which answer for who may.
   */
  Optional<Addressee> find(Query query);

  /**
   * @param userId to whom
   */
  record Query(UserId userId) {}

  /**
   * @param email where mails go
   * @param language in which language they are written
   */
  record Addressee(EmailAddress email, Language language) {}
}
