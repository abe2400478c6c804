package dev.quartermaster.architecture.extending.application.wishlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.architecture.extending.domain.wishlist.Wishlist;
import dev.quartermaster.architecture.extending.domain.wishlist.WishlistFull;
import dev.quartermaster.architecture.extending.testkit.wishlist.InMemoryWishedProducts;
import dev.quartermaster.architecture.extending.testkit.wishlist.InMemoryWishlists;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.testkit.catalog.Articles;
import dev.quartermaster.testkit.catalog.InMemoryProducts;
import dev.quartermaster.testkit.shared.Actors;
import dev.quartermaster.testkit.shared.InMemoryAuditTrail;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import dev.quartermaster.testkit.shared.SettableClock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WishlistUseCasesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryProducts catalogue = new InMemoryProducts(unitOfWork);
  private final InMemoryWishlists wishlists = new InMemoryWishlists(unitOfWork);
  private final InMemoryAuditTrail auditTrail = new InMemoryAuditTrail(unitOfWork);
  private final SequentialIdentifiers identifiers = new SequentialIdentifiers();
  private final Actor.SignedIn ada = Actors.with();
  private final Actor.SignedIn grace = Actors.with();
  private final Product mug = product("mug");
  private final Product bowl = product("bowl");

  private final AddWish add =
      new AddWishService(
          unitOfWork,
          wishlists,
          new InMemoryWishedProducts(catalogue),
          auditTrail,
          new SettableClock(NOW));
  private final GetWishlist get = new GetWishlistService(unitOfWork, wishlists);

  @Test
  void keepsWishesInTheirOrder() {
    wish(ada, mug.id());
    Wishlist wishlist = wish(ada, bowl.id());
    assertThat(wishlist).isEqualTo(new Wishlist(ada.id(), List.of(mug.id(), bowl.id())));
    assertThat(wishesOf(ada)).containsExactly(mug.id(), bowl.id());
  }

  @Test
  void theAuditTrailTellsWhoWishedForWhat() {
    wish(ada, mug.id());
    assertThat(auditTrail.entries())
        .containsExactly(AuditEntry.of(ada, "wish.added", "product", mug.id(), NOW));
  }

  @Test
  void aWishMadeTwiceIsOneWish() {
    wish(ada, mug.id());
    wish(ada, bowl.id());
    wish(ada, mug.id());
    assertThat(wishesOf(ada)).containsExactly(mug.id(), bowl.id());
  }

  @Test
  void everybodyHasTheirOwnList() {
    wish(ada, mug.id());
    assertThat(wishesOf(grace)).isEmpty();
  }

  @Test
  void refusesWhatIsNotInTheCatalogue() {
    ProductId unknown = new ProductId(identifiers.next());
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> wish(ada, unknown));
    assertThat(wishesOf(ada)).isEmpty();
  }

  @Test
  void refusesMoreThanThereIsRoomFor() {
    for (int number = 0; number < Wishlist.MAX_WISHES; number++) {
      wish(ada, product("sku-" + number).id());
    }
    assertThatExceptionOfType(WishlistFull.class).isThrownBy(() -> wish(ada, mug.id()));
    assertThat(wishesOf(ada)).hasSize(Wishlist.MAX_WISHES).doesNotContain(mug.id());
  }

  @Test
  void isForThoseWhoAreSignedIn() {
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> wish(Actors.anonymous(), mug.id()));
    assertThatExceptionOfType(Unauthenticated.class).isThrownBy(() -> wishesOf(Actors.anonymous()));
  }

  private Wishlist wish(Actor actor, ProductId productId) {
    return add.add(new AddWish.Command(actor, productId));
  }

  private List<ProductId> wishesOf(Actor actor) {
    return get.get(new GetWishlist.Query(actor)).productIds();
  }

  private Product product(String sku) {
    Product product = Articles.product(identifiers, Articles.mug(sku), NOW);
    unitOfWork.inTransaction(() -> catalogue.add(product));
    return product;
  }
}
