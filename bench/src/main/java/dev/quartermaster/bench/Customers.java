package dev.quartermaster.bench;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Customers of this run alone: their addresses hold a random part. */
final class Customers {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private final String run = random(10).toLowerCase(Locale.ROOT);

  /** Opens an account for everyone and logs them in. */
  Map<String, Session> signUp(Clients clients, Collection<String> customers)
      throws InterruptedException {
    Map<String, Session> sessions = new ConcurrentHashMap<>();
    clients.forEach(
        "customers",
        Set.copyOf(customers),
        (client, customer) -> sessions.put(customer, signUp(client, customer)));
    return sessions;
  }

  private Session signUp(Client client, String customer) throws InterruptedException {
    Account account = new Account(customer + "-" + run + "@example.com", random(20));
    Answer answer =
        client.send(
            Call.post(
                "/users",
                Map.of(
                    "name",
                    "Customer " + customer,
                    "email",
                    account.email(),
                    "password",
                    account.password())));
    // Nobody else has the address: then an earlier attempt took effect, and its answer was lost.
    if (!answer.is(409, "email-taken")) {
      answer.expect(201);
    }
    Session session = new Session(account);
    session.token(client);
    return session;
  }

  private static String random(int length) {
    return RANDOM
        .ints(length, 0, LETTERS.length())
        .mapToObj(index -> LETTERS.substring(index, index + 1))
        .collect(Collectors.joining());
  }
}
