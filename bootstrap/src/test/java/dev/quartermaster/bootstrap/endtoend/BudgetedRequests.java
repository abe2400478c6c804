package dev.quartermaster.bootstrap.endtoend;

import dev.quartermaster.bootstrap.endtoend.AccessRule.Verdict;
import dev.quartermaster.bootstrap.endtoend.AccessTable.Row;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Requests that succeed, for the {@link QueryBudgetTest}: those of the {@link AccessTable}, and
 * those of {@link ProvenRequests} for the operations that are refused there.
 */
final class BudgetedRequests {
  private static final List<Asker> ASKERS = List.of(Asker.NOBODY, Asker.CUSTOMER, Asker.ADMIN);

  private final DataSource database;
  private final int rows;
  private final AccessPeople people;
  private final ProvenRequests proven;

  /**
   * @param database of the application
   * @param rows how many things there are of each kind
   * @param sendMails sends the mails that are due
   */
  BudgetedRequests(DataSource database, int rows, Runnable sendMails) {
    this.database = database;
    this.rows = rows;
    this.people = newPeople();
    this.proven = new ProvenRequests(sendMails);
    people.fillLists();
  }

  /** The operation's requests, as those who may do it. */
  Stream<Request> of(DescribedOperation operation) {
    Optional<Supplier<Response>> special = proven.prepare(operation.id(), newPeople());
    if (special.isPresent()) {
      return Stream.of(new Request(operation.id(), special.get()));
    }
    Row row = row(operation);
    return ASKERS.stream()
        .filter(asker -> row.rule().of(asker) == Verdict.ALLOWED)
        .flatMap(
            asker ->
                queries(operation).stream().map(query -> prepared(operation, row, asker, query)));
  }

  private Request prepared(DescribedOperation operation, Row row, Asker asker, String query) {
    AccessPeople asked = row.needsNewPeople() ? newPeople() : people;
    AccessTable.Request request = row.request().apply(asked);
    RequestSpecification asking =
        asked
            .ask(asker, row.rule().permission())
            .pathParams(request.parameters())
            .contentType(request.contentType());
    if (!request.body().isEmpty()) {
      asking.body(request.content());
    }
    if (!operation.isRead()) {
      asking.header("If-Match", "*").header("Idempotency-Key", UUID.randomUUID().toString());
    }
    return new Request(
        operation.id() + query + " as " + asker,
        () -> asking.request(operation.method(), operation.path() + query));
  }

  private static Row row(DescribedOperation operation) {
    return AccessTable.ROWS.stream()
        .filter(known -> known.operationId().equals(operation.id()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row of AccessTable for " + operation.id()));
  }

  /** A list is read by page, which counts it, and by cursor. */
  private static List<String> queries(DescribedOperation operation) {
    return operation.parameters().contains("after")
        ? List.of("?limit=100", "?after=&limit=100")
        : List.of("");
  }

  private AccessPeople newPeople() {
    return new AccessPeople(database, rows, false);
  }

  /**
   * A request that is ready to be sent.
   *
   * @param name which it is
   * @param sending sends it
   */
  record Request(String name, Supplier<Response> sending) {

    Response send() {
      return sending.get();
    }
  }
}
