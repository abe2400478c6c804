package dev.quartermaster.domain.identity;

/**
 * What is stored of a password.
 *
 * @param value a salted hash in the PHC string format, with its algorithm and parameters
 */
public record PasswordHash(String value) {
  @Override
  public String toString() {
    return "PasswordHash[***]";
  }
}
