package dev.quartermaster.application.catalog;

/** Removes files of products that nobody will carry out. */
public interface ForgetAbandonedImports {

  /** Removes imports whose node died while it received them. */
  Result forget(Command command);

  /**
   * @param limit how many to remove at the most
   */
  record Command(int limit) {}

  /**
   * @param forgotten how many were removed
   */
  record Result(int forgotten) {}
}
