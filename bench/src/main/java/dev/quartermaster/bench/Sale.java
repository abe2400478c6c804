package dev.quartermaster.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** One sale, from the first piece laid in to the last check. */
final class Sale {
  private static final int CUSTOMERS = 16;
  private static final int PARTS = 5;
  private static final Duration TO_CONVERGE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private final FlashSaleOptions options;
  private final Cluster cluster;
  private final Server server;
  private final Timeline timeline;
  private final Screen screen;
  private final Books books;

  Sale(FlashSaleOptions options, Cluster cluster, Server server, Timeline timeline, Screen screen) {
    this.options = options;
    this.cluster = cluster;
    this.server = server;
    this.timeline = timeline;
    this.screen = screen;
    this.books = new Books(cluster.neighbours());
  }

  SaleResult hold() throws InterruptedException {
    Clients clients = new Clients(server, options.clients(), screen);
    Session admin = new Session(cluster.target().admin());
    Shop shop = new Shop(admin);
    Assortment assortment = Assortment.create(shop, clients.any(), options.units());
    Buyers buyers = new Buyers(assortment, shop, customers(clients), timeline);

    Duration opened = timeline.now();
    Faults faults =
        new Faults(cluster, timeline, options.duration(), options.betweenKills(), options.seed());
    sell(clients, shop, assortment, buyers, faults);
    Duration closed = timeline.now();
    cluster.fleet().awaitAll(TO_CONVERGE);
    Optional<Duration> converged = converge();

    return new SaleResult(
        timeline,
        opened,
        closed,
        converged,
        faults.kills(),
        server.retries(),
        books.orders(),
        verdicts(shop, clients.any(), assortment, buyers, faults, converged));
  }

  private List<Session> customers(Clients clients) throws InterruptedException {
    List<String> names =
        IntStream.range(0, CUSTOMERS).mapToObj(number -> "buyer-" + number).toList();
    return List.copyOf(new Customers().signUp(clients, names).values());
  }

  private void sell(Clients clients, Shop shop, Assortment assortment, Buyers buyers, Faults faults)
      throws InterruptedException {
    Doors doors = new Doors(options.duration(), options.buyers());
    ExecutorService staff = Executors.newVirtualThreadPerTaskExecutor();
    try (SaleProgress _ = new SaleProgress(screen, timeline, cluster.fleet(), faults)) {
      faults.begin();
      Future<?> layingIn =
          Tasks.begin(staff, () -> layIn(server.client(0), shop, assortment, doors));
      staff.execute(() -> endTimes(buyers.receipts().leftUnpaid()));
      clients.forEach(
          IntStream.range(0, options.buyers()).boxed().toList(),
          (client, buyer) -> {
            doors.letIn(buyer);
            buyers.come(client, buyer);
          });
      Tasks.await(layingIn);
    } finally {
      staff.shutdownNow();
      faults.stop();
    }
    endSoon(buyers.receipts().leftUnpaid());
  }

  /** The pieces come in parts, so that there is something to buy all the time. */
  private void layIn(Client client, Shop shop, Assortment assortment, Doors doors)
      throws InterruptedException {
    for (int part = 0; part < PARTS; part++) {
      doors.await((double) part / PARTS);
      int pieces = options.units() * (part + 1) / PARTS - options.units() * part / PARTS;
      shop.layIn(client, assortment.scarce(), pieces);
    }
  }

  private void endTimes(Queue<String> leftUnpaid) {
    try {
      while (!Thread.interrupted()) {
        Thread.sleep(Duration.ofSeconds(1));
        endSoon(leftUnpaid);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void endSoon(Queue<String> leftUnpaid) {
    List<String> orders = List.copyOf(leftUnpaid);
    if (!orders.isEmpty() && books.endSoon(orders)) {
      leftUnpaid.removeAll(orders);
    }
  }

  /** Waits until nothing is left to do, and tells how long that took. */
  private Optional<Duration> converge() throws InterruptedException {
    Duration start = timeline.now();
    while (books.unfinished() > 0) {
      Duration waited = timeline.now().minus(start);
      screen.draw("waiting for what is under way: " + waited.toSeconds() + " s");
      if (waited.compareTo(TO_CONVERGE) > 0) {
        return Optional.empty();
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
    return Optional.of(timeline.now().minus(start));
  }

  private List<Verdict> verdicts(
      Shop shop,
      Client client,
      Assortment assortment,
      Buyers buyers,
      Faults faults,
      Optional<Duration> converged)
      throws InterruptedException {
    List<Verdict> verdicts = new ArrayList<>();
    verdicts.add(
        Verdict.of(
            "all is settled within %d s after the last fault".formatted(TO_CONVERGE.toSeconds()),
            converged.isPresent() ? List.of() : List.of(books.unfinished() + " are not")));
    verdicts.add(Verdict.of("every buyer was answered as documented", buyers.findings().all()));
    books
        .breaches(assortment, buyers.receipts().all())
        .forEach((invariant, breaches) -> verdicts.add(Verdict.of(invariant.claim(), breaches)));
    OutsideCheck outside = new OutsideCheck(shop, client);
    verdicts.add(
        Verdict.of(
            "over HTTP every customer has the orders that were answered, and no others",
            outside.differences(buyers.receipts().all())));
    verdicts.add(
        Verdict.of(
            "requests that are sent again are answered as before",
            outside.changedAnswers(buyers.receipts().all())));
    long deadlocks = books.deadlocks() + faults.deadlocksBeforeCrash();
    verdicts.add(
        Verdict.of(
            "no two transactions waited for each other",
            deadlocks == 0 ? List.of() : List.of(deadlocks + " deadlocks")));
    Shop.AuditVerification audit = shop.verifyAudit(client);
    verdicts.add(
        Verdict.of(
            "the audit trail's chain is whole",
            audit.valid() ? List.of() : List.of("it breaks after " + audit.verified())));
    String reconciliation = "GET /api/v1/reconciliation is empty";
    verdicts.add(
        shop.disagreements(client)
            .map(disagreements -> Verdict.of(reconciliation, disagreements))
            .orElseGet(() -> Verdict.skipped(reconciliation, "this server does not have it")));
    return verdicts;
  }
}
