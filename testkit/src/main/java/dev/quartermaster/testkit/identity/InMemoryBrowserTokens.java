package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.BrowserTokens;
import dev.quartermaster.domain.identity.SessionId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Knows what it wrote by having written it. */
public final class InMemoryBrowserTokens implements BrowserTokens {
  private final Map<String, SessionId> cookies = new ConcurrentHashMap<>();
  private final Map<String, SessionId> csrfTokens = new ConcurrentHashMap<>();

  @Override
  public String cookieOf(SessionId session) {
    String cookie = "cookie." + session;
    cookies.put(cookie, session);
    return cookie;
  }

  @Override
  public Optional<SessionId> read(String cookie) {
    return Optional.ofNullable(cookies.get(cookie));
  }

  @Override
  public String csrfTokenOf(SessionId session) {
    String token = "csrf." + session;
    csrfTokens.put(token, session);
    return token;
  }

  @Override
  public boolean isCsrfTokenOf(SessionId session, String token) {
    return session.equals(csrfTokens.get(token));
  }
}
