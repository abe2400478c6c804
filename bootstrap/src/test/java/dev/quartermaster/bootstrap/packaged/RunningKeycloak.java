package dev.quartermaster.bootstrap.packaged;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Keycloak with the realm {@code shop}, in memory, in a process of its own on a free port. */
final class RunningKeycloak implements AutoCloseable {
  private static final Path UNPACKED = Path.of("target", "keycloak").toAbsolutePath();
  private static final String REALM = "shop-realm.json";
  private static final Pattern LOGIN_FORM =
      Pattern.compile("<form[^>]+action=\"(?<action>[^\"]+)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Process process;
  private final URI address;
  private final Path output;
  private final Thread lastResort = Thread.ofPlatform().unstarted(this::end);

  private RunningKeycloak(Process process, URI address, Path output) {
    this.process = process;
    this.address = address;
    this.output = output;
    Runtime.getRuntime().addShutdownHook(lastResort);
  }

  /** Starts it, and waits until it serves the realm. */
  static RunningKeycloak start(Path home) throws IOException {
    Path keycloak = unpacked();
    Path realms = Files.createDirectories(keycloak.resolve("data").resolve("import"));
    try (InputStream realm =
        Objects.requireNonNull(RunningKeycloak.class.getResourceAsStream("/keycloak/" + REALM))) {
      Files.write(realms.resolve(REALM), realm.readAllBytes());
    }
    int port = freePort();
    Path output = Files.createTempFile(home, "keycloak-", ".out");
    ProcessBuilder builder =
        new ProcessBuilder(
                "bash",
                keycloak.resolve("bin").resolve("kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--db=dev-mem",
                "--cache=local",
                "--http-host=127.0.0.1",
                "--http-port=" + port)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    RunningKeycloak started =
        new RunningKeycloak(builder.start(), URI.create("http://127.0.0.1:" + port), output);
    boolean ready = false;
    try {
      Polling.until("a Keycloak that serves its realm", started::isReady);
      ready = true;
      return started;
    } finally {
      if (!ready) {
        started.close();
      }
    }
  }

  /** As its tokens name it. */
  String issuer() {
    return address + "/realms/shop";
  }

  /**
   * Signs somebody in as a browser does: follows the address, fills in the form and sends it.
   *
   * @return where the browser is sent back to
   */
  URI signIn(URI signInAddress, String username, String password) throws IOException {
    HttpResponse<String> form = send(HttpRequest.newBuilder(signInAddress));
    Matcher action = LOGIN_FORM.matcher(form.body());
    if (!action.find()) {
      throw new AssertionError("no form to log in: " + form.statusCode() + " " + form.body());
    }
    String cookies =
        form.headers().allValues("Set-Cookie").stream()
            .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
            .collect(Collectors.joining("; "));
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(action.group("action").replace("&amp;", "&")))
                .header("Cookie", cookies)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(form(Map.of("username", username, "password", password))));
    return answer
        .headers()
        .firstValue("Location")
        .map(URI::create)
        .orElseThrow(() -> new AssertionError("not signed in: " + answer.body()));
  }

  /** An access token of the client's, for somebody who gave it the password. */
  String accessToken(String username, String password) throws IOException {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    form(
                        Map.of(
                            "grant_type", "password",
                            "client_id", "quartermaster",
                            "client_secret", "not-so-secret",
                            "scope", "openid email profile",
                            "username", username,
                            "password", password))));
    return new Answer(answer.statusCode(), answer.headers(), answer.body())
        .expecting(200)
        .json()
        .getString("access_token");
  }

  private boolean isReady() throws IOException {
    if (!process.isAlive()) {
      throw new AssertionError(
          "Keycloak ended with %d\n%s".formatted(process.exitValue(), Files.readString(output)));
    }
    try {
      return send(HttpRequest.newBuilder(URI.create(issuer()))).statusCode() == 200;
    } catch (ConnectException notYet) {
      return false;
    }
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return HTTP.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while it waited for Keycloak");
    }
  }

  private static HttpRequest.BodyPublisher form(Map<String, String> fields) {
    return BodyPublishers.ofString(
        fields.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&")));
  }

  private static Path unpacked() throws IOException {
    try (Stream<Path> folders = Files.list(UNPACKED)) {
      List<Path> found =
          folders.filter(folder -> Files.exists(folder.resolve("bin").resolve("kc.sh"))).toList();
      if (found.size() != 1) {
        throw new IllegalStateException("one Keycloak is expected in " + UNPACKED);
      }
      return found.getFirst();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(lastResort);
    end();
  }

  private void end() {
    new ProcessTree(process.toHandle()).kill();
  }
}
