package dev.quartermaster.bench;

/**
 * What someone logs in with.
 *
 * @param email the address
 * @param password the password
 */
record Account(String email, String password) {
  @Override
  public String toString() {
    return email;
  }
}
