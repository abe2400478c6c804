package dev.quartermaster.rest.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quartermaster.application.shared.ExecuteIdempotently;
import dev.quartermaster.application.shared.ExecuteInSteps;
import dev.quartermaster.application.shared.ExecuteTogether;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.IdempotencyKey;
import dev.quartermaster.domain.shared.Outcome;
import dev.quartermaster.domain.shared.RecordedAnswer;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Gives a repeated request the answer of the first, and executes it only once. */
@Singleton
public final class Idempotency {
  private static final String KEY_HEADER = "Idempotency-Key";
  private static final String REPLAYED_HEADER = "Idempotency-Replayed";
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final List<String> KEPT_HEADERS =
      List.of(
          HttpHeaders.LOCATION,
          HttpHeaders.ETAG,
          HttpHeaders.CONTENT_TYPE,
          HttpHeaders.CACHE_CONTROL);

  private final ExecuteIdempotently executeIdempotently;
  private final ExecuteInSteps executeInSteps;
  private final ExecuteTogether executeTogether;
  private final CurrentActor actor;
  private final ClientAddress clientAddress;
  private final CurrentVertxRequest request;
  private final Problems problems;
  private final ObjectMapper json;

  Idempotency(
      ExecuteIdempotently executeIdempotently,
      ExecuteInSteps executeInSteps,
      ExecuteTogether executeTogether,
      CurrentActor actor,
      ClientAddress clientAddress,
      CurrentVertxRequest request,
      Problems problems,
      ObjectMapper json) {
    this.executeIdempotently = executeIdempotently;
    this.executeInSteps = executeInSteps;
    this.executeTogether = executeTogether;
    this.actor = actor;
    this.clientAddress = clientAddress;
    this.request = request;
    this.problems = problems;
    this.json = json;
  }

  /**
   * Executes the current request, unless its {@code Idempotency-Key} was answered before. The
   * request runs in the transaction that remembers its answer.
   */
  public <T> RestResponse<T> execute(Supplier<RestResponse<T>> work) {
    RoutingContext context = request.getCurrent();
    Optional<IdempotencyKey> key = key(context);
    if (key.isEmpty()) {
      return work.get();
    }
    ExecuteIdempotently.Result result =
        executeIdempotently.execute(
            new ExecuteIdempotently.Command(
                key.get(),
                fingerprint(context),
                () -> record(work.get()),
                refusal -> record(refusal, context)));
    return answer(result.answer(), result.replayed());
  }

  /**
   * Executes the current request, unless its {@code Idempotency-Key} got its last word before. The
   * request runs in no transaction; after it, its answer is remembered, unless it is 202.
   */
  <T> RestResponse<T> executeInSteps(Supplier<RestResponse<T>> work) {
    RoutingContext context = request.getCurrent();
    Optional<IdempotencyKey> key = key(context);
    if (key.isEmpty()) {
      return work.get();
    }
    ExecuteInSteps.Result result =
        executeInSteps.execute(
            new ExecuteInSteps.Command(
                key.get(),
                fingerprint(context),
                () -> record(work.get()),
                refusal -> record(refusal, context),
                answer -> answer.status() != RestResponse.StatusCode.ACCEPTED));
    return answer(result.answer(), result.replayed());
  }

  /**
   * Executes the current request together with others of its kind, unless its {@code
   * Idempotency-Key} was answered before.
   *
   * @param kind what goes together
   * @param body what the request asks for
   * @param size what it counts for among others, at least 1
   * @param work executes requests in one transaction, which remembers their answers
   * @param answer the answer to what came of the request; may be made in another request's thread
   */
  public <T, R, V> RestResponse<V> executeTogether(
      String kind,
      T body,
      int size,
      Function<List<T>, List<Outcome<R>>> work,
      Function<R, RestResponse<V>> answer) {
    RoutingContext context = request.getCurrent();
    Optional<ExecuteTogether.Repeatable<R>> repeatable =
        key(context)
            .map(
                key ->
                    new ExecuteTogether.Repeatable<>(
                        key,
                        fingerprint(context),
                        result -> record(answer.apply(result)),
                        refusal -> record(refusal, context)));
    ExecuteTogether.Result<R> result =
        executeTogether.execute(new ExecuteTogether.Command<>(kind, body, size, repeatable), work);
    return switch (result) {
      case ExecuteTogether.Executed<R>(var done) -> answer.apply(done);
      case ExecuteTogether.Answered<R>(var recorded, var replayed) -> answer(recorded, replayed);
    };
  }

  /** The key of the current request, if it has one and could change something. */
  public Optional<IdempotencyKey> key() {
    return key(request.getCurrent());
  }

  /** Whether the answer is that of an earlier request, so that nothing was executed. */
  public static boolean isReplayed(RestResponse<?> answer) {
    return answer.getHeaders().containsKey(REPLAYED_HEADER);
  }

  private Optional<IdempotencyKey> key(RoutingContext context) {
    @Nullable String value = context.request().getHeader(KEY_HEADER);
    if (value == null || SAFE.contains(context.request().method())) {
      return Optional.empty();
    }
    String caller =
        switch (actor.get()) {
          case Actor.Anonymous() -> "address:" + clientAddress.of(context);
          case Actor known -> known.reference();
        };
    return Optional.of(new IdempotencyKey(caller, value));
  }

  private static String fingerprint(RoutingContext context) {
    return context.request().method()
        + " "
        + context.request().path()
        + " "
        + RequestBody.digest(context);
  }

  private RecordedAnswer record(RestResponse<?> response) {
    Map<String, String> headers = new HashMap<>();
    for (String name : KEPT_HEADERS) {
      Object value = response.getHeaders().getFirst(name);
      if (value != null) {
        headers.put(name, header(value));
      }
    }
    Object entity = response.getEntity();
    if (entity != null) {
      headers.putIfAbsent(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
    }
    return new RecordedAnswer(response.getStatus(), headers, entity == null ? "" : asJson(entity));
  }

  private RecordedAnswer record(DomainException refusal, RoutingContext context) {
    Problem problem = problems.of(refusal, context);
    return new RecordedAnswer(
        problem.status(),
        Map.of(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE),
        problems.json(problem));
  }

  private static String header(Object value) {
    return value instanceof EntityTag tag ? '"' + tag.getValue() + '"' : value.toString();
  }

  private String asJson(Object entity) {
    try {
      return json.writeValueAsString(entity);
    } catch (JsonProcessingException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  // The answer is already in the form of its entity, as text, which is written as it is.
  @SuppressWarnings("unchecked")
  private static <T> RestResponse<T> answer(RecordedAnswer answer, boolean replayed) {
    RestResponse.ResponseBuilder<T> response = RestResponse.ResponseBuilder.create(answer.status());
    answer.headers().forEach(response::header);
    if (!answer.body().isEmpty()) {
      response.entity((T) answer.body());
    }
    if (replayed) {
      response.header(REPLAYED_HEADER, "true");
    }
    return response.build();
  }
}
