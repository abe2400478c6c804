package dev.quartermaster.architecture.extending.persistence.wishlist;

import dev.quartermaster.architecture.extending.domain.wishlist.Wishlists;
import dev.quartermaster.architecture.extending.testkit.wishlist.WishlistsContract;
import dev.quartermaster.domain.shared.UnitOfWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** {@link WishlistsContract} on PostgreSQL. */
class PostgresWishlistsTest extends WishlistsContract {
  private static PostgresForTest postgres;

  @BeforeAll
  static void start() {
    postgres = PostgresForTest.start();
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Override
  protected UnitOfWork unitOfWork() {
    return postgres.unitOfWork();
  }

  @Override
  protected Wishlists wishlists() {
    return new PostgresWishlists(postgres.statements());
  }
}
