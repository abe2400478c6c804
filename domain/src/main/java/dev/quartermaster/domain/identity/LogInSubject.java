package dev.quartermaster.domain.identity;

/**
 * What failed log-ins are counted for.
 *
 * @param name tells one from all others, and is safe to store: it names no account by its address
 */
public record LogInSubject(String name) {
  /**
   * An account, whether or not it exists.
   *
   * @param digest of the address that somebody typed
   */
  public static LogInSubject account(String digest) {
    return new LogInSubject("account:" + digest);
  }

  /** Where somebody logs in from; of an IPv6 address the network alone counts. */
  public static LogInSubject address(Client client) {
    return new LogInSubject("address:" + client.network());
  }

  @Override
  public String toString() {
    return name;
  }
}
