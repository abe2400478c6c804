package dev.quartermaster.bootstrap.endtoend;

import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Takes of an answer that goes on without end what comes first, and leaves. */
final class StreamBeginning implements Filter {
  /** What the client sets itself. */
  private static final Set<String> OWN = Set.of("host", "connection", "content-length");

  private static final int MUCH = 1 << 16;

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext context) {
    URI address = URI.create(request.getURI());
    return request.getMethod().equals("GET") && address.getPath().endsWith("/events")
        ? beginning(address, request.getHeaders())
        : context.next(request, expected);
  }

  private static Response beginning(URI address, Headers headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    headers.asList().stream()
        .filter(header -> !OWN.contains(header.getName().toLowerCase(Locale.ROOT)))
        .forEach(header -> request.header(header.getName(), header.getValue()));
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      HttpResponse<InputStream> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        Response begun = response(answer, isStream(answer) ? some(body) : body.readAllBytes());
        client.shutdownNow();
        return begun;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean isStream(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Content-Type")
        .filter("text/event-stream"::equals)
        .isPresent();
  }

  private static byte[] some(InputStream body) throws IOException {
    byte[] first = new byte[MUCH];
    int length = body.read(first);
    return Arrays.copyOf(first, Math.max(0, length));
  }

  private static Response response(HttpResponse<?> answer, byte[] body) {
    List<Header> headers =
        answer.headers().map().entrySet().stream()
            .filter(entry -> !entry.getKey().equalsIgnoreCase("Content-Type"))
            .flatMap(
                entry -> entry.getValue().stream().map(value -> new Header(entry.getKey(), value)))
            .toList();
    return new ResponseBuilder()
        .setStatusCode(answer.statusCode())
        .setHeaders(new Headers(headers))
        .setContentType(answer.headers().firstValue("Content-Type").orElse(""))
        .setBody(body)
        .build();
  }
}
