package dev.quartermaster.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Conventions of all operations. */
final class SharedConventions {
  private SharedConventions() {}

  static void allow(Visit visit) {
    String path = visit.operation().path();
    Set<String> described = new TreeSet<>(Set.of("OPTIONS"));
    DescribedOperation.all().values().stream()
        .filter(operation -> operation.path().equals(path))
        .forEach(operation -> described.add(operation.method()));
    if (described.contains("GET")) {
      described.add("HEAD");
    }

    Response options = visit.send("OPTIONS", path, UnaryOperator.identity());
    assertThat(options.statusCode()).isEqualTo(204);
    assertThat(options.header("Allow")).isEqualTo(String.join(", ", described));

    Response wrong = visit.send("LINK", path, UnaryOperator.identity());
    assertThat(wrong.statusCode()).isEqualTo(405);
    assertThat(wrong.header("Allow")).isEqualTo(String.join(", ", described));
  }

  static void cacheControl(Visit visit) {
    Response answer = visit.answer();

    assertThat(answer.header("Cache-Control")).isNotBlank();
    if (!visit.row().rule().isOpen()) {
      assertThat(answer.header("Cache-Control")).containsAnyOf("private", "no-store");
    }
  }
}
