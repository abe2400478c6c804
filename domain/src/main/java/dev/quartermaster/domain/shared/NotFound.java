package dev.quartermaster.domain.shared;

/** There is no such thing, or the caller must not learn that there is. */
public final class NotFound extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "not-found";

  /**
   * @param thing what was looked for, such as {@code "order"}
   * @param id the id as the caller gave it
   */
  public NotFound(String thing, Object id) {
    super(ErrorKind.NOT_FOUND, CODE, "There is no " + thing + " " + id + " that you may see.");
  }
}
