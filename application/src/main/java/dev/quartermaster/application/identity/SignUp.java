package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.Client;
import dev.quartermaster.domain.identity.Language;
import dev.quartermaster.domain.identity.PasswordHash;
import dev.quartermaster.domain.identity.User;

/** Opens an account for a new customer. */
public interface SignUp {

  /**
   * Opens the account, and mails its owner a token that verifies the address.
   *
   * @throws dev.quartermaster.domain.shared.InvalidInput naming every field at fault
   * @throws dev.quartermaster.domain.identity.EmailTaken when a living account has the address
   * @throws dev.quartermaster.domain.shared.RateLimited when the client's address has signed up too
   *     often
   */
  User signUp(Command command);

  /**
   * @param name how the person is called
   * @param email the person's address, as typed
   * @param language in which language they are written to
   * @param password the hash of the password they chose, from {@link ChoosePassword}
   * @param client where they sign up from
   */
  record Command(
      String name, String email, Language language, PasswordHash password, Client client) {}
}
