package dev.quartermaster.cache.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.cache.shared.EmbeddedRedis;
import dev.quartermaster.cache.shared.Node;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductField;
import dev.quartermaster.domain.catalog.ProductFilter;
import dev.quartermaster.domain.catalog.ProductStatus;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.testkit.catalog.Articles;
import dev.quartermaster.testkit.catalog.InMemoryProducts;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of products on two nodes with one database. */
final class CachedListsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");
  private static final Identifiers IDENTIFIERS = new SequentialIdentifiers();
  private static final EmbeddedRedis REDIS = new EmbeddedRedis();

  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final HeldProducts database = new HeldProducts(new InMemoryProducts(unitOfWork));
  private final Product mug = product("Mug");
  private final Product cup = mug.edited(Articles.named(mug.details(), "Cup"), NOW.plusSeconds(1));
  private ShopNode here;
  private ShopNode there;

  @BeforeAll
  static void startRedis() {
    REDIS.start();
  }

  @AfterAll
  static void stopRedis() {
    REDIS.close();
  }

  @BeforeEach
  void setUp() {
    here = new ShopNode(REDIS.address(), database, unitOfWork, Node.PATIENT);
    there = new ShopNode(REDIS.address(), database, unitOfWork, Node.PATIENT);
    here.awaitUp();
    there.awaitUp();
    unitOfWork.inTransaction(() -> database.add(mug));
  }

  @AfterEach
  void tearDown() {
    here.close();
    there.close();
  }

  @Test
  void aPageIsReadOnceAndThenKept() {
    assertThat(whereListed(here)).isEqualTo("miss");
    Node.await(() -> whereListed(here).equals("near"));
    assertThat(listed(here)).containsExactly(mug);
  }

  @Test
  void eachPageAndEachFilterIsAnotherList() {
    listed(here);
    assertThat(here.products().list(forSale(), page(2)).items()).isEmpty();
    assertThat(here.products().list(inCategory("garden"), page(1)).items()).isEmpty();
    assertThat(here.products().list(inCategory("kitchen"), page(1)).items()).containsExactly(mug);
    assertThat(
            here.products()
                .list(forSale(), new PageRequest<>(new PageRequest.Page(1), 1, List.of()))
                .paging())
        .isEqualTo(new Slice.Numbered(1, 1, 1));
  }

  @Test
  void anAdditionAnUpdateAndADeletionAreSeenAtOnceHereAndSoonThere() {
    Product bowl = product("Bowl");
    Product plate = product("Plate");
    assertSeen(() -> here.products().update(cup), cup);
    assertSeen(() -> here.products().add(bowl), cup, bowl);
    assertSeen(() -> here.products().addMissing(List.of(plate)), cup, bowl, plate);
    assertSeen(() -> here.products().delete(bowl.id(), NOW), cup, plate);
  }

  @Test
  void aTransactionSeesItsOwnChangesAndNobodyElseDoes() {
    listed(here);
    unitOfWork.inTransaction(
        () -> {
          here.products().update(cup);
          assertThat(listed(here)).containsExactly(cup);
          assertThat(Concurrently.elsewhere(() -> listed(here))).containsExactly(mug);
          assertThat(Concurrently.elsewhere(() -> listed(there))).containsExactly(mug);
        });
    assertThat(listed(here)).containsExactly(cup);
  }

  @Test
  void whatFollowsACursorIsKeptUntilAChange() {
    PageRequest<ProductField> start = new PageRequest<>(new PageRequest.After(""), 20, List.of());
    here.products().list(forSale(), start);
    Product bowl = product("Bowl");

    pastEveryCache(bowl);
    assertThat(here.products().list(forSale(), start).items()).containsExactly(mug);

    unitOfWork.inTransaction(() -> here.products().update(cup));
    assertThat(here.products().list(forSale(), start).items()).containsExactlyInAnyOrder(cup, bowl);
  }

  @Test
  void whatOnlyStaffMaySeeIsNotKept() {
    ProductFilter all =
        new ProductFilter(
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            EnumSet.allOf(ProductStatus.class),
            Map.of());
    here.products().list(all, page(1));
    Product draft =
        Articles.product(
            IDENTIFIERS,
            Articles.inStatus(Articles.mug("T-" + IDENTIFIERS.next()), ProductStatus.DRAFT),
            NOW);

    pastEveryCache(draft);

    assertThat(here.products().list(all, page(1)).items()).containsExactlyInAnyOrder(mug, draft);
  }

  private void pastEveryCache(Product product) {
    unitOfWork.inTransaction(() -> database.addMissing(List.of(product)));
  }

  private void assertSeen(Runnable change, Product... expected) {
    listed(here);
    listed(there);
    unitOfWork.inTransaction(change);
    assertThat(listed(here)).containsExactlyInAnyOrder(expected);
    Node.await(() -> Set.copyOf(listed(there)).equals(Set.of(expected)));
  }

  private static String whereListed(ShopNode node) {
    return node.whereAnswered("product-lists", () -> listed(node));
  }

  private static List<Product> listed(ShopNode node) {
    return node.products().list(forSale(), page(1)).items();
  }

  private static PageRequest<ProductField> page(int number) {
    return new PageRequest<>(new PageRequest.Page(number), 20, List.of());
  }

  private static ProductFilter forSale() {
    return filter(Optional.empty());
  }

  private static ProductFilter inCategory(String category) {
    return filter(Optional.of(category));
  }

  private static ProductFilter filter(Optional<String> category) {
    return new ProductFilter(
        Optional.empty(),
        category,
        OptionalLong.empty(),
        OptionalLong.empty(),
        Set.of(ProductStatus.ACTIVE),
        Map.of());
  }

  private static Product product(String name) {
    return Articles.product(
        IDENTIFIERS, Articles.named(Articles.mug("T-" + IDENTIFIERS.next()), name), NOW);
  }
}
