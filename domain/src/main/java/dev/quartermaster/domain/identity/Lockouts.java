package dev.quartermaster.domain.identity;

import java.time.Instant;
import java.util.List;

/** The failed log-ins of all accounts and addresses. What never failed has none. */
public interface Lockouts {

  /**
   * The failures of each subject, in that order, locked until the transaction ends, also where
   * there are none yet. Callers that ask for several at once never block each other for good.
   */
  List<FailedLogIns> findForUpdate(List<LogInSubject> subjects);

  /** Replaces what is stored of subjects that this transaction has locked. */
  void save(List<FailedLogIns> failures);

  /**
   * Forgets subjects whose last failure was before an instant.
   *
   * @param limit how many at the most
   * @return how many were forgotten
   */
  int forgetBefore(Instant instant, int limit);
}
