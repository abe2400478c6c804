package dev.quartermaster.application.jobs;

/** Forgets jobs that were over long ago. */
public interface ForgetFinishedJobs {

  /**
   * Forgets a batch of jobs whose time is over, with what was left of their input: nobody can retry
   * them any more.
   */
  Result forget(Command command);

  /**
   * @param limit how many at the most, so that no transaction grows long
   */
  record Command(int limit) {}

  /**
   * @param forgotten how many were forgotten
   */
  record Result(int forgotten) {}
}
