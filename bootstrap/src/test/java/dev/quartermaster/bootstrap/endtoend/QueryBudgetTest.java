package dev.quartermaster.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.application.identity.SendPasswordResets;
import dev.quartermaster.application.notifications.DeliverMails;
import dev.quartermaster.rest.shared.QueryBudget;
import dev.quartermaster.testkit.payments.StripeStubEvents;
import dev.quartermaster.testkit.shared.StatementCounter;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.SoftAssertions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Counts what every operation of the API's description asks of the database, with few rows and with
 * many, and compares it with the {@link QueryBudget} of the operation.
 */
@EndToEnd
@TestProfile(QueryBudgetTest.WithoutJobs.class)
@QuarkusTestResource(value = CountedPostgres.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = SignInIssuer.class, restrictToAnnotatedClass = true)
class QueryBudgetTest {
  @Inject AgroalDataSource database;
  @Inject BeanManager beans;
  @Inject SendPasswordResets sendPasswordResets;
  @Inject DeliverMails deliverMails;

  @Test
  void everyOperationHasABudget() {
    assertThat(budgets().keySet())
        .as("operations with @QueryBudget, compared with those at /openapi")
        .containsExactlyInAnyOrderElementsOf(DescribedOperation.all().keySet());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 100})
  void noOperationExceedsIts(int rows) {
    StatementCounter counter = new StatementCounter(database::getConnection);
    BudgetedRequests requests = new BudgetedRequests(database, rows, this::sendMails);
    Map<String, Integer> budgets = budgets();
    SoftAssertions counts = new SoftAssertions();
    for (DescribedOperation operation : DescribedOperation.all().values()) {
      int budget = budgets.getOrDefault(operation.id(), 0);
      // One that cannot be prepared shall not hide what the others take.
      counts.check(
          () ->
              requests
                  .of(operation)
                  .forEach(request -> measure(request, rows, budget, counter, counts)));
    }
    counts.assertAll();
  }

  private static void measure(
      BudgetedRequests.Request request,
      int rows,
      int budget,
      StatementCounter counter,
      SoftAssertions counts) {
    AtomicReference<Response> answer = new AtomicReference<>();
    long statements = counter.count(() -> answer.set(request.send()));
    counts
        .assertThat(answer.get().statusCode())
        .as("%s: %s", request.name(), answer.get().asString())
        .isLessThan(400);
    counts
        .assertThat(statements)
        .as("statements of %s with %d rows", request.name(), rows)
        .isLessThanOrEqualTo(budget);
  }

  /** What a job does in the running application. */
  private void sendMails() {
    sendPasswordResets.send(new SendPasswordResets.Command(100));
    DeliverMails.Command batch = new DeliverMails.Command(DeliverMails.MAX_BATCH);
    while (deliverMails.deliver(batch).taken() > 0) {
      // There may be more than a batch.
    }
  }

  private Map<String, Integer> budgets() {
    Map<String, Integer> budgets = new TreeMap<>();
    beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .map(Bean::getBeanClass)
        .filter(type -> type.isAnnotationPresent(Path.class))
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .filter(method -> method.isAnnotationPresent(QueryBudget.class))
        .forEach(method -> budgets.put(operationId(method), budget(method)));
    return budgets;
  }

  private static String operationId(Method method) {
    return method.getAnnotation(Operation.class).operationId();
  }

  private static int budget(Method method) {
    return method.getAnnotation(QueryBudget.class).value();
  }

  /** Jobs would execute statements of their own meanwhile. */
  public static final class WithoutJobs implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.scheduler.enabled",
          "false",
          "quartermaster.stripe.webhook-secret",
          StripeStubEvents.SECRET);
    }
  }
}
