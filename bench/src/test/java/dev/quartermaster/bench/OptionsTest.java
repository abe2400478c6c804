package dev.quartermaster.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
  private static final Path ROOT = Path.of("project");

  @Test
  void withoutArgumentsTheProjectsOwnFilesGoToTheDevServer() {
    ReplayOptions options = ReplayOptions.parse(List.of(), Map.of(), ROOT);

    assertThat(options.target())
        .isEqualTo(
            new Target(
                List.of(URI.create("http://localhost:8080")),
                new Account("admin@quartermaster.local", "quartermaster-dev"),
                Duration.ofSeconds(10)));
    assertThat(options.clients()).isEqualTo(8);
    assertThat(options.orders()).isEqualTo(Path.of("project/bench/data/orders.ndjson"));
    assertThat(options.journal()).isEmpty();
  }

  @Test
  void everythingCanBeNamed() {
    ReplayOptions options =
        ReplayOptions.parse(
            List.of(
                "--address",
                "http://one:1/",
                "--clients",
                "3",
                "c.ndjson",
                "--address",
                "https://two",
                "--admin-email",
                "a@b",
                "--admin-password",
                "secret",
                "o.ndjson",
                "--give-up-after",
                "500ms",
                "--journal",
                "j"),
            Map.of("QUARTERMASTER_ADMIN_EMAIL", "other@b"),
            ROOT);

    assertThat(options)
        .isEqualTo(
            new ReplayOptions(
                new Target(
                    List.of(URI.create("http://one:1"), URI.create("https://two")),
                    new Account("a@b", "secret"),
                    Duration.ofMillis(500)),
                3,
                java.util.Optional.of(Path.of("j")),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                Path.of("c.ndjson"),
                Path.of("o.ndjson")));
  }

  @Test
  void theEnvironmentNamesTheAdministrator() {
    Map<String, String> environment =
        Map.of("QUARTERMASTER_ADMIN_EMAIL", "e@f", "QUARTERMASTER_ADMIN_PASSWORD", "hidden");

    assertThat(HotOptions.parse(List.of(), environment).target().admin())
        .isEqualTo(new Account("e@f", "hidden"));
  }

  @Test
  void theFlashSaleIsLargeUnlessToldOtherwise() {
    FlashSaleOptions options = FlashSaleOptions.parse(List.of());

    assertThat(options.line()).startsWith("--buyers 50000 --units 10000 --nodes 2 --seconds 120 ");
    assertThat(options.report()).isEmpty();
    assertThat(FlashSaleOptions.parse(List.of(options.line().split(" ")))).isEqualTo(options);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--frob 1             | unknown option --frob; --help lists them",
        "--clients            | --clients needs a value",
        "--clients 0          | --clients must be a whole number from 1 to 10000, not \"0\"",
        "--clients 99999999999| --clients must be a whole number from 1 to 10000, not \"99999999999\"",
        "--clients 1 --clients 2 | --clients is given more than once",
        "--address localhost  | --address must look like http://localhost:8080, not \"localhost\"",
        "--address http://h/x | --address must look like http://localhost:8080, not \"http://h/x\"",
        "--give-up-after soon | --give-up-after must be a time such as 500ms, 10s or 2m, not \"soon\"",
        "one.ndjson           | two files are needed, catalogue.ndjson and orders.ndjson, or none; not 1",
        "--kill 6            | --kill must be a whole number from 1 to 5, not \"6\"",
        "--verify f --journal g | --verify goes with neither --journal nor further files",
      })
  void senselessArgumentsAreNamed(String line, String message) {
    assertThatExceptionOfType(InvalidArguments.class)
        .isThrownBy(() -> ReplayOptions.parse(List.of(line.strip().split(" ")), Map.of(), ROOT))
        .withMessage(message);
  }

  @Test
  void accountsListenAHundredTimesEach() {
    SseOptions options = SseOptions.parse(List.of("--clients", "201", "--pid", "4711"), Map.of());

    assertThat(options.accounts()).isEqualTo(3);
    assertThat(options.pid()).hasValue(4711);
    assertThat(SseOptions.parse(List.of(), Map.of()).accounts()).isEqualTo(100);
    assertThatExceptionOfType(InvalidArguments.class)
        .isThrownBy(() -> SseOptions.parse(List.of("--clients", "0"), Map.of()));
  }
}
