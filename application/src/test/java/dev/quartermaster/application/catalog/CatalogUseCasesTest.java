package dev.quartermaster.application.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.quartermaster.domain.catalog.AttributeValue;
import dev.quartermaster.domain.catalog.Facet;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductChanges;
import dev.quartermaster.domain.catalog.ProductField;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.ProductStatus;
import dev.quartermaster.domain.catalog.Sku;
import dev.quartermaster.domain.catalog.SkuTaken;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.ExpectedVersion;
import dev.quartermaster.domain.shared.Forbidden;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.Sort;
import dev.quartermaster.domain.shared.StaleVersion;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.testkit.catalog.Articles;
import dev.quartermaster.testkit.catalog.InMemoryProducts;
import dev.quartermaster.testkit.shared.Actors;
import dev.quartermaster.testkit.shared.InMemoryAuditTrail;
import dev.quartermaster.testkit.shared.InMemoryOutbox;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import dev.quartermaster.testkit.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CatalogUseCasesTest {
  private static final Map<String, AttributeValue> COLOUR_RED =
      Map.of("colour", new AttributeValue.Text("red"));

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final ProductChanges NO_CHANGES =
      new ProductChanges(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryProducts products = new InMemoryProducts(unitOfWork);
  private final InMemoryAuditTrail auditTrail = new InMemoryAuditTrail(unitOfWork);
  private final InMemoryOutbox outbox = new InMemoryOutbox(unitOfWork);
  private final SequentialIdentifiers identifiers = new SequentialIdentifiers();
  private final SettableClock clock = new SettableClock(NOW);
  private final Actor clerk = Actors.with(Permission.CATALOG_WRITE);
  private final Actor customer = Actors.with();

  private final CreateProduct create =
      new CreateProductService(unitOfWork, products, auditTrail, outbox, identifiers, clock);
  private final EditProduct edit =
      new EditProductService(unitOfWork, products, auditTrail, outbox, clock);
  private final DeleteProduct delete =
      new DeleteProductService(unitOfWork, products, auditTrail, outbox, clock);
  private final GetProduct get = new GetProductService(products);
  private final ListProducts list = new ListProductsService(products);
  private final ListFacets listFacets = new ListFacetsService(unitOfWork, products);
  private final FindOffers findOffers = new FindOffersService(unitOfWork, products);
  private final FindProducts findProducts = new FindProductsService(unitOfWork, products);
  private final CheckProductExists exists = new CheckProductExistsService(products);
  private final AddMissingProducts addMissing =
      new AddMissingProductsService(unitOfWork, products, auditTrail, outbox, identifiers, clock);

  @Test
  void aNewProductIsFound() {
    Product product = created(Articles.mug("mug"));
    assertThat(product.details()).isEqualTo(Articles.mug("mug"));
    assertThat(product.createdAt()).isEqualTo(NOW);
    assertThat(get.get(new GetProduct.Query(Actors.anonymous(), product.id()))).isEqualTo(product);
    assertThat(exists.exists(new CheckProductExists.Query(product.id()))).isTrue();
  }

  @Test
  void ofManyProductsEverybodyFindsThoseTheyMaySee() {
    Product mug = created(Articles.mug("mug"));
    Product draft = created(Articles.inStatus(Articles.mug("bowl"), ProductStatus.DRAFT));
    Set<ProductId> wanted = Set.of(mug.id(), draft.id(), new ProductId(identifiers.next()));

    assertThat(findProducts.find(new FindProducts.Query(customer, wanted))).containsExactly(mug);
    assertThat(findProducts.find(new FindProducts.Query(clerk, wanted)))
        .containsExactlyInAnyOrder(mug, draft);
  }

  @Test
  void refusesASkuThatIsTaken() {
    created(Articles.mug("mug"));
    assertThatExceptionOfType(SkuTaken.class).isThrownBy(() -> created(Articles.mug("mug")));
  }

  @Test
  void writingNeedsThePermission() {
    Product product = created(Articles.mug("mug"));
    assertNeedsToWrite(
        actor -> create.create(new CreateProduct.Command(actor, Articles.mug("bowl"))));
    assertNeedsToWrite(
        actor ->
            edit.edit(
                new EditProduct.Command(actor, product.id(), ExpectedVersion.any(), NO_CHANGES)));
    assertNeedsToWrite(
        actor ->
            delete.delete(new DeleteProduct.Command(actor, product.id(), ExpectedVersion.any())));
    assertNeedsToWrite(
        actor ->
            addMissing.add(new AddMissingProducts.Command(actor, List.of(Articles.mug("bowl")))));
    assertThat(listed(clerk, Optional.empty())).containsExactly(product);
  }

  @Test
  void changesWhatIsGivenAndLeavesTheRest() {
    Product product = created(Articles.mug("mug"));
    clock.advance(Duration.ofMinutes(1));
    Product edited = renamed(product, "Beaker", ExpectedVersion.of(1));
    assertThat(edited)
        .isEqualTo(product.edited(Articles.named(product.details(), "Beaker"), clock.instant()));
    assertThat(products.find(product.id())).contains(edited);
  }

  @Test
  void changesEverythingAtOnce() {
    Product product = created(Articles.mug("mug"));
    Product.Details other =
        Articles.at(
            Articles.inStatus(
                Articles.named(Articles.mug("beaker"), "Beaker"), ProductStatus.ARCHIVED),
            99);
    Product edited =
        edit.edit(
            new EditProduct.Command(
                clerk,
                product.id(),
                ExpectedVersion.any(),
                new ProductChanges(
                    Optional.of(other.sku()),
                    Optional.of(other.name()),
                    Optional.of(other.description()),
                    Optional.of("  "),
                    Optional.of(other.price()),
                    Optional.of(other.attributes()),
                    Optional.of(other.status()))));
    assertThat(edited.details()).isEqualTo(Articles.inCategory(other, Optional.empty()));
  }

  @Test
  void anEditThatChangesNothingLeavesTheVersion() {
    Product product = created(Articles.mug("mug"));
    clock.advance(Duration.ofMinutes(1));
    assertThat(renamed(product, "Mug", ExpectedVersion.of(1))).isEqualTo(product);
    assertThat(products.find(product.id())).contains(product);
  }

  @Test
  void noUpdateIsLost() {
    Product product = created(Articles.mug("mug"));
    Product edited = renamed(product, "Beaker", ExpectedVersion.of(1));
    assertThatExceptionOfType(StaleVersion.class)
        .isThrownBy(() -> renamed(product, "Cup", ExpectedVersion.of(1)));
    assertThatExceptionOfType(StaleVersion.class)
        .isThrownBy(
            () ->
                delete.delete(
                    new DeleteProduct.Command(clerk, product.id(), ExpectedVersion.of(1))));
    assertThat(products.find(product.id())).contains(edited);
  }

  @Test
  void anEditRefusesABrokenRuleAndATakenSku() {
    created(Articles.mug("bowl"));
    Product product = created(Articles.mug("mug"));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> renamed(product, " ", ExpectedVersion.any()));
    assertThatExceptionOfType(SkuTaken.class)
        .isThrownBy(
            () ->
                edit.edit(
                    new EditProduct.Command(
                        clerk,
                        product.id(),
                        ExpectedVersion.any(),
                        new ProductChanges(
                            Optional.of(new Sku("bowl")),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()))));
    assertThat(products.find(product.id())).contains(product);
  }

  @Test
  void aDeletedProductIsGoneAndItsSkuFree() {
    Product product = created(Articles.mug("mug"));
    delete.delete(new DeleteProduct.Command(clerk, product.id(), ExpectedVersion.of(1)));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> get.get(new GetProduct.Query(clerk, product.id())));
    assertThat(exists.exists(new CheckProductExists.Query(product.id()))).isFalse();
    created(Articles.mug("mug"));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    ProductId unknown = new ProductId(identifiers.next());
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> get.get(new GetProduct.Query(clerk, unknown)));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(
            () ->
                edit.edit(
                    new EditProduct.Command(clerk, unknown, ExpectedVersion.any(), NO_CHANGES)));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(
            () -> delete.delete(new DeleteProduct.Command(clerk, unknown, ExpectedVersion.any())));
  }

  @Test
  void onlyThoseWhoMayWriteSeeWhatIsNotForSale() {
    for (ProductStatus hidden : Set.of(ProductStatus.DRAFT, ProductStatus.ARCHIVED)) {
      Product product = created(Articles.inStatus(Articles.mug(hidden.code()), hidden));
      assertThat(get.get(new GetProduct.Query(clerk, product.id()))).isEqualTo(product);
      assertThat(get.getAtHand(new GetProduct.Query(clerk, product.id()))).contains(product);
      for (Actor other : List.of(customer, Actors.anonymous())) {
        assertThatExceptionOfType(NotFound.class)
            .isThrownBy(() -> get.get(new GetProduct.Query(other, product.id())));
        assertThat(get.getAtHand(new GetProduct.Query(other, product.id()))).isEmpty();
      }
    }
  }

  @Test
  void listsWhatTheActorMaySee() {
    Product draft = created(Articles.inStatus(Articles.mug("draft"), ProductStatus.DRAFT));
    Product active = created(Articles.mug("active"));
    Product archived = created(Articles.inStatus(Articles.mug("old"), ProductStatus.ARCHIVED));
    for (Actor other : List.of(customer, Actors.anonymous())) {
      assertThat(listed(other, Optional.empty())).containsExactly(active);
      assertThat(listed(other, Optional.of(ProductStatus.ACTIVE))).containsExactly(active);
    }
    assertThat(listed(clerk, Optional.empty())).containsExactlyInAnyOrder(draft, active, archived);
    assertThat(listed(clerk, Optional.of(ProductStatus.DRAFT))).containsExactly(draft);
    assertThatExceptionOfType(Forbidden.class)
        .isThrownBy(() -> listed(customer, Optional.of(ProductStatus.DRAFT)));
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> listed(Actors.anonymous(), Optional.of(ProductStatus.ARCHIVED)));
  }

  @Test
  void listsByTextCategoryAndPrice() {
    Product mug = created(Articles.at(Articles.mug("mug-1"), 1_000));
    created(Articles.at(Articles.mug("mug-2"), 5_000));
    created(Articles.at(Articles.inCategory(Articles.mug("mug-3"), Optional.empty()), 1_000));
    Product bowl = created(Articles.at(Articles.named(Articles.mug("bowl"), "Bowl"), 1_000));
    assertThat(
            list.list(
                    new ListProducts.Query(
                        customer,
                        Optional.of("MUG"),
                        Optional.of("kitchen"),
                        OptionalLong.of(1_000),
                        OptionalLong.of(2_000),
                        Optional.empty(),
                        Map.of(),
                        new PageRequest<>(new PageRequest.Page(1), 20, List.of())))
                .items())
        .as("the one that the name is about, then the one that only speaks of it")
        .containsExactly(mug, bowl);
  }

  @Test
  void listsByAttribute() {
    Product red = created(Articles.with(Articles.mug("red"), COLOUR_RED));
    created(Articles.with(Articles.mug("blue"), Map.of("colour", new AttributeValue.Text("blue"))));
    assertThat(
            list.list(
                    new ListProducts.Query(
                        customer,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        Map.of("colour", AttributeValue.writtenAs("red")),
                        new PageRequest<>(new PageRequest.Page(1), 20, List.of())))
                .items())
        .containsExactly(red);
  }

  @Test
  void relevanceNeedsATextAndStandsAlone() {
    Sort<ProductField> best = new Sort<>(ProductField.RELEVANCE, false);
    Product named = created(Articles.mug("named"));
    Product described = created(Articles.named(Articles.mug("described"), "Cup"));
    assertThat(searched(Optional.of("mug"), List.of(best))).containsExactly(named, described);
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> searched(Optional.empty(), List.of(best)))
        .withMessageContaining("together with q");
    for (List<Sort<ProductField>> sort :
        List.of(
            List.of(new Sort<>(ProductField.RELEVANCE, true)),
            List.of(best, new Sort<>(ProductField.PRICE, false)),
            List.of(new Sort<>(ProductField.PRICE, false), best))) {
      assertThatExceptionOfType(InvalidInput.class)
          .isThrownBy(() -> searched(Optional.of("mug"), sort))
          .withMessageContaining("alone");
    }
  }

  private List<Product> searched(Optional<String> text, List<Sort<ProductField>> sort) {
    return list.list(
            new ListProducts.Query(
                customer,
                text,
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Map.of(),
                new PageRequest<>(new PageRequest.Page(1), 20, sort)))
        .items();
  }

  @Test
  void countsWhatTheActorMaySee() {
    created(Articles.with(Articles.mug("one"), COLOUR_RED));
    created(Articles.with(Articles.mug("two"), COLOUR_RED));
    created(Articles.inStatus(Articles.mug("draft"), ProductStatus.DRAFT));
    Facet.Field colour = new Facet.Attribute("colour");
    assertThat(facets(customer, Optional.empty(), List.of(colour, new Facet.Status())))
        .containsExactly(
            new Facet(colour, List.of(new Facet.Count("red", 2)), false, false),
            new Facet(new Facet.Status(), List.of(new Facet.Count("active", 2)), false, false));
    assertThat(facets(clerk, Optional.of(ProductStatus.DRAFT), List.of(colour)))
        .containsExactly(new Facet(colour, List.of(), false, false));
    assertThatExceptionOfType(Forbidden.class)
        .isThrownBy(() -> facets(customer, Optional.of(ProductStatus.DRAFT), List.of(colour)));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(
            () ->
                facets(
                    customer,
                    Optional.empty(),
                    Collections.nCopies(ListFacets.MAX_FIELDS + 1, colour)));
  }

  private List<Facet> facets(
      Actor actor, Optional<ProductStatus> status, List<Facet.Field> fields) {
    return listFacets.list(
        new ListFacets.Query(
            actor,
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            status,
            Map.of(),
            fields));
  }

  @Test
  void offersWhatIsForSale() {
    Product active = created(Articles.mug("active"));
    Product draft = created(Articles.inStatus(Articles.mug("draft"), ProductStatus.DRAFT));
    created(Articles.mug("other"));
    assertThat(
            findOffers.find(
                new FindOffers.Query(
                    Set.of(active.id(), draft.id(), new ProductId(identifiers.next())))))
        .containsExactly(active);
  }

  @Test
  void addsAWholeCatalogueOnce() {
    Product there = created(Articles.mug("b"));
    AddMissingProducts.Command catalogue =
        new AddMissingProducts.Command(
            clerk, List.of(Articles.mug("a"), Articles.mug("b"), Articles.mug("c")));
    assertThat(addMissing.add(catalogue))
        .extracting(product -> product.sku().value())
        .containsExactlyInAnyOrder("a", "c");
    assertThat(addMissing.add(catalogue)).isEmpty();
    assertThat(listed(clerk, Optional.empty())).hasSize(3).contains(there);
  }

  @Test
  void theAuditTrailTellsOfEveryChangeWhatIsDifferent() {
    Product product = created(Articles.mug("mug"));
    clock.advance(Duration.ofMinutes(1));
    Product edited = renamed(product, "Beaker", ExpectedVersion.of(1));
    renamed(edited, "Beaker", ExpectedVersion.of(2));
    delete.delete(new DeleteProduct.Command(clerk, product.id(), ExpectedVersion.any()));

    assertThat(auditTrail.entries())
        .containsExactly(
            AuditEntry.of(clerk, "product.created", "product", product.id(), NOW)
                .changing(Change.between(Map.of(), product.auditable())),
            AuditEntry.of(clerk, "product.edited", "product", product.id(), clock.instant())
                .changing(List.of(new Change("name", Optional.of("Mug"), Optional.of("Beaker")))),
            AuditEntry.of(clerk, "product.deleted", "product", product.id(), clock.instant())
                .changing(Change.between(edited.auditable(), Map.of())));
  }

  @Test
  void theAuditTrailTellsOfEachProductThatWasAddedInBulk() {
    created(Articles.mug("mug"));
    List<Product> added =
        addMissing.add(
            new AddMissingProducts.Command(
                clerk, List.of(Articles.mug("mug"), Articles.mug("bowl"), Articles.mug("jug"))));

    assertThat(added).hasSize(2);
    assertThat(auditTrail.entries().subList(1, 3))
        .extracting(AuditEntry::action, AuditEntry::targetId)
        .containsExactlyElementsOf(
            added.stream()
                .map(product -> tuple("product.created", product.id().toString()))
                .toList());
    assertThat(auditTrail.entries()).hasSize(3);
  }

  @Test
  void theAuditTrailIsSilentAboutWhatWasRefused() {
    Product product = created(Articles.mug("mug"));
    assertThatExceptionOfType(SkuTaken.class).isThrownBy(() -> created(Articles.mug("mug")));
    assertThatExceptionOfType(StaleVersion.class)
        .isThrownBy(() -> renamed(product, "Beaker", ExpectedVersion.of(9)));
    assertThat(auditTrail.actionsOn(product.id())).containsExactly("product.created");
    assertThat(auditTrail.entries()).hasSize(1);
  }

  private Product created(Product.Details details) {
    return create.create(new CreateProduct.Command(clerk, details));
  }

  private Product renamed(Product product, String name, ExpectedVersion expected) {
    return edit.edit(
        new EditProduct.Command(
            clerk,
            product.id(),
            expected,
            new ProductChanges(
                Optional.empty(),
                Optional.of(name),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
  }

  private List<Product> listed(Actor actor, Optional<ProductStatus> status) {
    PageRequest<ProductField> page = new PageRequest<>(new PageRequest.Page(1), 100, List.of());
    return list.list(
            new ListProducts.Query(
                actor,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                status,
                Map.of(),
                page))
        .items();
  }

  private void assertNeedsToWrite(Consumer<Actor> attempt) {
    assertThatExceptionOfType(Forbidden.class)
        .isThrownBy(() -> attempt.accept(Actors.without(Permission.CATALOG_WRITE)));
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> attempt.accept(Actors.anonymous()));
  }
}
