package dev.quartermaster.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.audit.AuditEventField;
import dev.quartermaster.domain.audit.AuditEvents;
import dev.quartermaster.domain.audit.AuditFilter;
import dev.quartermaster.domain.catalog.AttributeValue;
import dev.quartermaster.domain.catalog.Facet;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductField;
import dev.quartermaster.domain.catalog.ProductFilter;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.ProductStatus;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.identity.ApiKeyField;
import dev.quartermaster.domain.identity.ApiKeys;
import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.ExternalIdentities;
import dev.quartermaster.domain.identity.ExternalIdentity;
import dev.quartermaster.domain.identity.Lockouts;
import dev.quartermaster.domain.identity.OneTimePurpose;
import dev.quartermaster.domain.identity.OneTimeToken;
import dev.quartermaster.domain.identity.OneTimeTokens;
import dev.quartermaster.domain.identity.PasswordResetRequests;
import dev.quartermaster.domain.identity.SessionField;
import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.domain.identity.Sessions;
import dev.quartermaster.domain.identity.UserField;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.inventory.StockLedger;
import dev.quartermaster.domain.inventory.StockMovementField;
import dev.quartermaster.domain.jobs.JobField;
import dev.quartermaster.domain.jobs.JobFilter;
import dev.quartermaster.domain.jobs.JobType;
import dev.quartermaster.domain.jobs.Jobs;
import dev.quartermaster.domain.notifications.MailQueue;
import dev.quartermaster.domain.notifications.ParkedMails;
import dev.quartermaster.domain.ordering.OrderField;
import dev.quartermaster.domain.ordering.OrderFilter;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderStatus;
import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.payments.Payments;
import dev.quartermaster.domain.shared.IdempotencyRecords;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Sort;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.domain.webhooks.Deliveries;
import dev.quartermaster.domain.webhooks.Delivery;
import dev.quartermaster.domain.webhooks.DeliveryField;
import dev.quartermaster.domain.webhooks.DeliveryFilter;
import dev.quartermaster.domain.webhooks.DeliveryState;
import dev.quartermaster.domain.webhooks.Replays;
import dev.quartermaster.domain.webhooks.SigningSecrets;
import dev.quartermaster.domain.webhooks.Webhook;
import dev.quartermaster.domain.webhooks.WebhookField;
import dev.quartermaster.domain.webhooks.WebhookFilter;
import dev.quartermaster.domain.webhooks.WebhookId;
import dev.quartermaster.domain.webhooks.Webhooks;
import dev.quartermaster.testkit.catalog.Articles;
import dev.quartermaster.testkit.webhooks.Subscriptions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every list order, filter and search has an index that serves it. */
@QuarkusTest
class IndexesTest {
  private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06Z");
  private static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123456Z");
  private static final ProductFilter ANY_PRODUCT =
      new ProductFilter(
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          EnumSet.allOf(ProductStatus.class),
          Map.of());
  private static final OrderFilter ANY_ORDER = new OrderFilter(Optional.empty(), Optional.empty());

  @Inject UnitOfWork unitOfWork;
  @Inject Statements statements;
  @Inject Identifiers identifiers;
  @Inject Products products;
  @Inject Users users;
  @Inject Sessions sessions;
  @Inject Lockouts lockouts;
  @Inject ExternalIdentities externalIdentities;
  @Inject ApiKeys apiKeys;
  @Inject StockLedger ledger;
  @Inject Orders orders;
  @Inject Payments payments;
  @Inject Jobs jobs;
  @Inject IdempotencyRecords records;
  @Inject AuditEvents auditEvents;
  @Inject OneTimeTokens tokens;
  @Inject PasswordResetRequests requests;
  @Inject MailQueue mails;
  @Inject Webhooks webhooks;
  @Inject Deliveries deliveries;
  @Inject Replays replays;
  @Inject ParkedMails parkedMails;

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RELEVANCE")
  void productsInEveryOrder(ProductField field) {
    assertInOrder(
        switch (field) {
          case SKU -> "products_sku_living";
          case NAME -> "products_by_name";
          case PRICE -> "products_by_price";
          case CREATED_AT -> "products_by_created_at";
          case UPDATED_AT -> "products_by_updated_at";
          case RELEVANCE -> throw new IllegalArgumentException("has no index of its own");
        },
        () -> products.list(ANY_PRODUCT, by(field, false)),
        () -> products.list(ANY_PRODUCT, by(field, true)));
  }

  @ParameterizedTest
  @EnumSource
  void usersInEveryOrder(UserField field) {
    assertInOrder(
        switch (field) {
          case NAME -> "users_by_name";
          case EMAIL -> "users_email_living";
          case CREATED_AT -> "users_by_created_at";
          case UPDATED_AT -> "users_by_updated_at";
        },
        () -> users.list(by(field, false)),
        () -> users.list(by(field, true)));
  }

  @ParameterizedTest
  @EnumSource
  void jobsInEveryOrder(JobField field) {
    JobFilter any =
        new JobFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    assertInOrder(
        switch (field) {
          case CREATED_AT -> "jobs_by_created_at";
        },
        () -> jobs.list(any, by(field, false)),
        () -> jobs.list(any, by(field, true)));
  }

  @ParameterizedTest
  @EnumSource
  void apiKeysInEveryOrder(ApiKeyField field) {
    assertInOrder(
        switch (field) {
          case NAME -> "api_keys_by_name";
          case CREATED_AT -> "api_keys_by_created_at";
          case EXPIRES_AT -> "api_keys_by_expires_at";
        },
        () -> apiKeys.list(Optional.empty(), by(field, false)),
        () -> apiKeys.list(Optional.empty(), by(field, true)));
  }

  @ParameterizedTest
  @EnumSource
  void ordersInEveryOrder(OrderField field) {
    assertInOrder(
        switch (field) {
          case NUMBER -> "orders_number_unique";
          case TOTAL -> "orders_by_total";
          case CREATED_AT -> "orders_by_created_at";
          case UPDATED_AT -> "orders_by_updated_at";
        },
        () -> orders.list(ANY_ORDER, by(field, false)),
        () -> orders.list(ANY_ORDER, by(field, true)));
  }

  @Test
  void listsOfOneOwner() {
    UserId customer = new UserId(identifiers.next());
    ProductId product = new ProductId(identifiers.next());
    assertInOrder(
        "orders_of_customer",
        () ->
            orders.list(
                new OrderFilter(Optional.empty(), Optional.of(customer)),
                by(OrderField.CREATED_AT, true)));
    assertInOrder(
        "orders_of_status",
        () ->
            orders.list(
                new OrderFilter(Optional.of(OrderStatus.SHIPPED), Optional.empty()),
                by(OrderField.CREATED_AT, true)));
    assertInOrder(
        "stock_movements_of_product",
        () -> ledger.movements(product, by(StockMovementField.CREATED_AT, true)));
    assertInOrder(
        "api_keys_of_owner",
        () -> apiKeys.list(Optional.of(customer), by(ApiKeyField.CREATED_AT, true)));
    assertInOrder("order_transitions_pk", () -> orders.history(orderId()));
  }

  /** Among thousands, since the planner finds no search worth an index in an empty table. */
  @Test
  void searchesForProducts() {
    List<Product> catalogue =
        Stream.generate(() -> Articles.mug("sku-" + identifiers.next()))
            .limit(3_000)
            .map(details -> Articles.product(identifiers, details, NOW))
            .toList();
    unitOfWork.inTransaction(() -> products.addMissing(catalogue));
    statements.update("ANALYZE products");
    statements.update("ANALYZE product_words");
    assertFound("products_by_lexeme", () -> products.list(text("Lampshade 2"), first()));
    assertFound("products_by_part_of_sku", () -> products.list(text("85123"), first()));
    assertFound("product_words_by_trigram", () -> products.list(text("lampshdae"), first()));
    assertFound(
        "products_by_attribute",
        () -> products.list(withColour("red"), first()),
        () -> products.facets(withColour("red"), List.of(new Facet.Category())));
    assertFound("products_of_category", () -> products.list(ofCategory("Garden"), first()));
  }

  @Test
  void searches() {
    assertFound(
        "users_email_living", () -> users.findCredential(new EmailAddress("a@example.com")));
    assertFound(
        "stock_movements_for_reference",
        () -> ledger.movementsFor(List.of(identifiers.next(), identifiers.next())));
    assertFound(
        "stock_levels_pk", () -> ledger.lockLevels(List.of(new ProductId(identifiers.next()))));
    assertFound("api_keys_prefix_unique", () -> apiKeys.findCredential("qm_unknown", NOW));
    assertFound(
        "api_keys_of_owner", () -> apiKeys.countUsable(new UserId(identifiers.next()), NOW));
    assertFound(
        "sessions_of_user", () -> sessions.revokeAll(new UserId(identifiers.next()), LONG_AGO));
    assertFound(
        "external_identities_pk",
        () -> externalIdentities.findUser(new ExternalIdentity("https://issuer.example", "ada")));
    assertFound(
        "external_identities_of_user",
        () -> externalIdentities.unlinkAll(new UserId(identifiers.next())));
    OneTimeToken token = new OneTimeToken("none");
    assertFound(
        "one_time_tokens_by_hash", () -> tokens.find(token, OneTimePurpose.RESET_PASSWORD, NOW));
    assertFound(
        "one_time_tokens_by_hash", () -> tokens.use(token, OneTimePurpose.RESET_PASSWORD, NOW));
  }

  @Test
  void whatWaitsAndWhoHasAKey() {
    assertFound("jobs_to_watch", () -> jobs.loads(NOW));
    assertFound(
        "jobs_unfinished_by_unique_key", () -> jobs.findUnfinished(JobType.PRODUCT_IMPORT, "feed"));
  }

  @Test
  void whatIsReconciled() {
    assertInOrder("orders_pk", () -> orders.states(Optional.of(orderId()), 400));
    assertFound("orders_of_status", () -> orders.heldPieces());
    assertFound("payments_of_order", () -> payments.ofOrders(List.of(orderId(), orderId())));
    assertFound(
        "stock_movements_for_reference",
        () -> ledger.holders(List.of(identifiers.next(), identifiers.next())));
  }

  @Test
  void payments() {
    Payment payment =
        Payment.begun(
            new PaymentId(identifiers.next()),
            orderId(),
            new UserId(identifiers.next()),
            new Money(1_250, Currency.getInstance("EUR")),
            "pm_ok",
            NOW);
    unitOfWork.inTransaction(() -> payments.add(payment));
    assertFound(
        "payments_pk",
        () -> payments.find(payment.id()),
        () -> payments.findForUpdate(payment.id()),
        () -> payments.update(payment),
        () -> payments.known(List.of(payment.id(), new PaymentId(identifiers.next()))));
    assertInOrder("payments_of_order", () -> payments.ofOrder(payment.orderId()));
    assertInOrder("payment_refunds_of_payment", () -> payments.find(payment.id()));
    assertFound(
        "payment_refunds_of_payment",
        () -> payments.ofOrders(List.of(payment.orderId(), orderId())));
  }

  @Test
  void whatIsDue() {
    assertInOrder("payments_due", () -> payments.lockDue(LONG_AGO, 1));
    assertInOrder("mails_due", () -> mails.take(LONG_AGO, LONG_AGO, 1));
    assertInOrder("mails_by_parked_at", () -> parkedMails.forgetBefore(LONG_AGO, 1));
    assertInOrder("password_reset_requests_pk", () -> requests.take(1));
  }

  @ParameterizedTest
  @EnumSource
  void webhooksInEveryOrder(WebhookField field) {
    WebhookFilter all = new WebhookFilter(Optional.empty(), Optional.empty());
    assertInOrder(
        switch (field) {
          case CREATED_AT -> "webhooks_by_created_at";
          case UPDATED_AT -> "webhooks_by_updated_at";
        },
        () -> webhooks.list(all, by(field, false)),
        () -> webhooks.list(all, by(field, true)));
  }

  @Test
  void webhooksOfOneOwner() {
    UserId owner = new UserId(identifiers.next());
    assertInOrder(
        "webhooks_of_owner",
        () ->
            webhooks.list(
                new WebhookFilter(Optional.of(owner), Optional.empty()),
                by(WebhookField.CREATED_AT, true)));
    assertFound("webhooks_of_owner", () -> webhooks.countForUpdate(owner));
  }

  @Test
  void deliveriesInTheirOrderByEachFilter() {
    WebhookId webhook = new WebhookId(identifiers.next());
    assertDeliveriesInOrder(
        "webhook_deliveries_of_webhook",
        new DeliveryFilter(webhook, Optional.empty(), Optional.empty()));
    assertDeliveriesInOrder(
        "webhook_deliveries_of_state",
        new DeliveryFilter(webhook, Optional.of(DeliveryState.DEAD), Optional.empty()));
    assertDeliveriesInOrder(
        "webhook_deliveries_of_event_type",
        new DeliveryFilter(webhook, Optional.empty(), Optional.of("order.placed")));
  }

  /** Among hundreds that are not, so that an index is worth it. */
  @Test
  void deliveriesThatAreDue() {
    Webhook webhook = Subscriptions.toOrders(identifiers, new UserId(identifiers.next()), LONG_AGO);
    List<Delivery> queued =
        Stream.concat(Stream.of(LONG_AGO), Stream.generate(() -> NOW).limit(500))
            .map(due -> Subscriptions.delivery(identifiers, webhook.id(), due.toString(), due))
            .toList();
    unitOfWork.inTransaction(
        () -> {
          webhooks.add(webhook, SigningSecrets.of(Subscriptions.secret("the only")));
          deliveries.add(queued);
        });
    statements.update("ANALYZE webhook_deliveries");
    try {
      assertFound(
          "webhook_deliveries_due", () -> deliveries.take(LONG_AGO.plus(Delivery.LEASE), 10));
      assertFound(
          "webhook_deliveries_waiting",
          () -> deliveries.take(LONG_AGO.plus(Delivery.LEASE.multipliedBy(2)), 10));
      assertFound(
          "webhook_deliveries_sending",
          () -> deliveries.take(LONG_AGO.plus(Delivery.LEASE.multipliedBy(3)), 10));
    } finally {
      unitOfWork.inTransaction(() -> webhooks.delete(webhook.id()));
    }
    assertInOrder("webhook_replays_by_requested_at", () -> replays.next());
    assertInOrder("webhook_deliveries_over", () -> deliveries.forgetBefore(LONG_AGO, 1));
  }

  private void assertDeliveriesInOrder(String index, DeliveryFilter filter) {
    assertInOrder(
        index,
        () -> deliveries.list(filter, by(DeliveryField.CREATED_AT, false)),
        () -> deliveries.list(filter, by(DeliveryField.CREATED_AT, true)));
  }

  @Test
  void whatTimeHasRunOutFor() {
    assertInOrder("orders_awaiting_payment", () -> orders.lockOverdue(LONG_AGO, 1));
    assertInOrder("jobs_by_finished_at", () -> jobs.lockOverBefore(LONG_AGO, 1));
    assertInOrder("sessions_by_expires_at", () -> sessions.forgetExpiredBefore(LONG_AGO, 1));
    assertInOrder("failed_log_ins_by_last_at", () -> lockouts.forgetBefore(LONG_AGO, 1));
    assertInOrder("idempotency_records_created_at", () -> records.forgetBefore(LONG_AGO, 1));
    assertInOrder("one_time_tokens_by_expires_at", () -> tokens.forgetExpiredBefore(LONG_AGO, 1));
  }

  @Test
  void auditEventsInTheirOrderByEachFilter() {
    Optional<String> none = Optional.empty();
    Optional<Instant> ever = Optional.empty();
    Optional<String> some = Optional.of("1");
    assertAuditEventsInOrder("audit_events_by_created_at", AuditFilter.ALL);
    assertAuditEventsInOrder(
        "audit_events_by_created_at",
        new AuditFilter(none, none, none, none, Optional.of(LONG_AGO), Optional.of(NOW)));
    assertAuditEventsInOrder(
        "audit_events_of_actor", new AuditFilter(some, none, none, none, ever, ever));
    assertAuditEventsInOrder(
        "audit_events_of_action", new AuditFilter(none, some, none, none, ever, ever));
    assertAuditEventsInOrder(
        "audit_events_of_target_type", new AuditFilter(none, none, some, none, ever, ever));
    assertAuditEventsInOrder(
        "audit_events_of_target", new AuditFilter(none, none, none, some, ever, ever));
  }

  @Test
  void theChainOfTheAuditTrail() {
    assertInOrder("audit_arrivals_pk", () -> auditEvents.waiting(1));
    assertInOrder("audit_events_sequence", () -> auditEvents.chained(0, 1_000, 1));
    assertInOrder("audit_events_sequence", auditEvents::chainState);
  }

  private void assertAuditEventsInOrder(String index, AuditFilter filter) {
    assertInOrder(
        index,
        () -> auditEvents.list(filter, by(AuditEventField.CREATED_AT, false)),
        () -> auditEvents.list(filter, by(AuditEventField.CREATED_AT, true)));
  }

  @Test
  void sessionsOfOneUser() {
    UserId user = new UserId(identifiers.next());
    SessionId kept = new SessionId(identifiers.next());
    assertInOrder(
        "sessions_of_user",
        () -> sessions.listActive(user, NOW, by(SessionField.CREATED_AT, true)));
    assertFound("sessions_of_user", () -> sessions.revokeOthers(user, kept, LONG_AGO));
  }

  private void assertInOrder(String index, Runnable... lists) {
    for (Runnable list : lists) {
      assertThat(new IndexReads(unitOfWork, statements).inOrder(index, list))
          .as(index)
          .isPositive();
    }
  }

  private void assertFound(String index, Runnable... searches) {
    for (Runnable search : searches) {
      assertThat(new IndexReads(unitOfWork, statements).bySearch(index, search))
          .as(index)
          .isPositive();
    }
  }

  private OrderId orderId() {
    return new OrderId(identifiers.next());
  }

  private static ProductFilter text(String text) {
    return new ProductFilter(
        Optional.of(text),
        Optional.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        EnumSet.allOf(ProductStatus.class),
        Map.of());
  }

  private static ProductFilter ofCategory(String category) {
    return new ProductFilter(
        Optional.empty(),
        Optional.of(category),
        OptionalLong.empty(),
        OptionalLong.empty(),
        EnumSet.allOf(ProductStatus.class),
        Map.of());
  }

  private static ProductFilter withColour(String colour) {
    return new ProductFilter(
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        EnumSet.allOf(ProductStatus.class),
        Map.of("colour", AttributeValue.writtenAs(colour)));
  }

  private static PageRequest<ProductField> first() {
    return new PageRequest<>(new PageRequest.Page(1), 20, List.of());
  }

  private static <F extends Enum<F>> PageRequest<F> by(F field, boolean descending) {
    return new PageRequest<>(new PageRequest.After(""), 20, List.of(new Sort<>(field, descending)));
  }
}
