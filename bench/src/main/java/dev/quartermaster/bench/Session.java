package dev.quartermaster.bench;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Someone who is signed in, and signs in anew whenever the token has run out. */
final class Session {
  private final Account account;
  private @Nullable String token;

  Session(Account account) {
    this.account = account;
  }

  /** Sends the request in this person's name; otherwise as {@link Client#send(Call)}. */
  Answer send(Client client, Call call) throws InterruptedException {
    String used = token(client);
    Answer answer = client.send(call.by(used));
    return answer.status() == 401 ? client.send(call.by(tokenInsteadOf(used, client))) : answer;
  }

  /** The token of the hour. */
  synchronized String token(Client client) throws InterruptedException {
    String current = token;
    return current == null ? logIn(client) : current;
  }

  private synchronized String tokenInsteadOf(String refused, Client client)
      throws InterruptedException {
    if (refused.equals(token)) {
      token = null;
    }
    return token(client);
  }

  private synchronized String logIn(Client client) throws InterruptedException {
    Answer answer =
        client.send(
            Call.post(
                "/auth/login", Map.of("email", account.email(), "password", account.password())));
    if (answer.status() == 401) {
      throw new BenchFailed("the server does not accept the log-in of " + account);
    }
    String fresh = answer.expect(200).as(LoggedIn.class).token();
    token = fresh;
    return fresh;
  }

  record LoggedIn(String token) {
    LoggedIn {
      requireNonNull(token, "token is missing");
    }
  }
}
