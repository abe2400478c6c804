package dev.quartermaster.architecture.extending.testkit.wishlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.architecture.extending.domain.wishlist.Wishlist;
import dev.quartermaster.architecture.extending.domain.wishlist.Wishlists;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.testkit.shared.PortContract;
import org.junit.jupiter.api.Test;

/** What {@link Wishlists} promise. */
public abstract class WishlistsContract extends PortContract {

  /** The port under test. */
  protected abstract Wishlists wishlists();

  @Test
  void whoNeverWishedHasAnEmptyList() {
    UserId customer = customer();
    assertThat(stored(customer)).isEqualTo(Wishlist.empty(customer));
    assertThat(inTransaction(() -> wishlists().findForUpdate(customer)))
        .isEqualTo(Wishlist.empty(customer));
  }

  @Test
  void findsWhatWasSavedInItsOrder() {
    Wishlist wishlist = wishlistOf(customer(), 3);
    inTransaction(() -> wishlists().save(wishlist));
    assertThat(stored(wishlist.customerId())).isEqualTo(wishlist);
    assertThat(inTransaction(() -> wishlists().findForUpdate(wishlist.customerId())))
        .isEqualTo(wishlist);
  }

  @Test
  void saveReplacesTheListOfThatCustomerAlone() {
    Wishlist first = wishlistOf(customer(), 2);
    Wishlist others = wishlistOf(customer(), 2);
    Wishlist replaced = wishlistOf(first.customerId(), 1);
    inTransaction(() -> wishlists().save(first));
    inTransaction(() -> wishlists().save(others));
    inTransaction(() -> wishlists().save(replaced));
    assertThat(stored(first.customerId())).isEqualTo(replaced);
    assertThat(stored(others.customerId())).isEqualTo(others);
  }

  @Test
  void aRolledBackTransactionLeavesNothing() {
    Wishlist wishlist = wishlistOf(customer(), 1);
    rollBack(
        () -> {
          wishlists().save(wishlist);
          assertThat(inAnotherTransaction(() -> wishlists().find(wishlist.customerId())))
              .isEqualTo(Wishlist.empty(wishlist.customerId()));
        });
    assertThat(stored(wishlist.customerId())).isEqualTo(Wishlist.empty(wishlist.customerId()));
  }

  @Test
  void noWishUnderTheLockIsLostEvenIfItIsTheFirst() {
    UserId customer = customer();
    raceInTransactions(
        5,
        () ->
            wishlists()
                .save(wishlists().findForUpdate(customer).with(new ProductId(IDENTIFIERS.next()))));
    assertThat(stored(customer).productIds()).hasSize(THREADS * 5).doesNotHaveDuplicates();
  }

  private Wishlist stored(UserId customer) {
    return inTransaction(() -> wishlists().find(customer));
  }

  private static UserId customer() {
    return new UserId(IDENTIFIERS.next());
  }

  private static Wishlist wishlistOf(UserId customer, int wishes) {
    Wishlist wishlist = Wishlist.empty(customer);
    for (int wish = 0; wish < wishes; wish++) {
      wishlist = wishlist.with(new ProductId(IDENTIFIERS.next()));
    }
    return wishlist;
  }
}
