package dev.quartermaster.bootstrap.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Products are being imported, and the process that does it is killed. */
class KilledImportIT {
  private static final int LINES = 60_000;

  @TempDir private Path home;

  @Test
  void anotherNodeCompletesTheImportAndDoesNothingTwice() throws Exception {
    try (RunningNode killed = RunningNode.start(home)) {
      Caller clerk = Shop.administrator(killed);
      String job = importing(clerk);
      Polling.until(
          "an import that has begun",
          () -> clerk.get(job).expecting(200).json().getInt("done") > 0);
      killed.kill();

      try (RunningNode successor = RunningNode.start(home)) {
        Caller there = clerk.at(successor);
        assertThat(there.get(job).expecting(200).json().getInt("done")).isLessThan(LINES);
        Polling.until(
            "an import that is over",
            () -> there.get(job).expecting(200).json().getString("finishedAt") != null);

        Answer over = there.get(job).expecting(200);
        assertThat(over.json().getString("state")).isEqualTo("succeeded");
        assertThat(over.json().getInt("done")).isEqualTo(LINES);
        assertThat(over.json().getInt("rejected")).isZero();
        assertThat(total(there, "/api/v1/products?limit=1")).isEqualTo(LINES);
        assertThat(total(there, "/api/v1/audit-events?limit=1&action=product.created"))
            .isEqualTo(LINES);
        assertThat(total(there, "/api/v1/audit-events?limit=1&action=product.edited")).isZero();
      }
    }
  }

  private static String importing(Caller clerk) throws Exception {
    String file =
        IntStream.range(0, LINES)
            .mapToObj(
                number ->
                    "{\"sku\":\"K-%d\",\"name\":\"Bowl %d\",\"price\":{\"amount\":%d,\"currency\":\"EUR\"}}"
                        .formatted(number, number, number))
            .collect(Collectors.joining("\n"));
    Answer accepted =
        clerk
            .post("/api/v1/products/import", file, Map.of("Content-Type", "application/x-ndjson"))
            .expecting(202);
    return URI.create(accepted.header("Location").orElseThrow()).getPath();
  }

  private static int total(Caller caller, String list) throws Exception {
    return caller.get(list).expecting(200).json().getInt("pagination.total");
  }
}
