package dev.quartermaster.persistence.identity;

import dev.quartermaster.domain.identity.OneTimeTokens;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.identity.OneTimeTokensContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** {@link OneTimeTokensContract} on PostgreSQL. */
@QuarkusTest
class PostgresOneTimeTokensTest extends OneTimeTokensContract {
  @Inject UnitOfWork unitOfWork;
  @Inject Users users;
  @Inject OneTimeTokens tokens;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Users users() {
    return users;
  }

  @Override
  protected OneTimeTokens tokens() {
    return tokens;
  }
}
