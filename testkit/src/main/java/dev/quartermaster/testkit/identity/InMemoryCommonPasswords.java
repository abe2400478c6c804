package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.CommonPasswords;
import dev.quartermaster.domain.identity.RawPassword;
import java.util.Locale;
import java.util.Set;

/** Knows a handful of common passwords. */
public final class InMemoryCommonPasswords implements CommonPasswords {
  private static final Set<String> COMMON = Set.of("password", "12345678", "iloveyou");

  @Override
  public boolean contains(RawPassword password) {
    return COMMON.contains(password.value().toLowerCase(Locale.ROOT));
  }
}
