package dev.quartermaster.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.bench.Timeline.Event;
import dev.quartermaster.bench.Timeline.Outage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaleReportTest {
  private static final Verdict KEPT = Verdict.of("all is well", List.of());
  private static final Verdict SKIPPED = Verdict.skipped("it is empty", "there is none");
  private static final Verdict BROKEN =
      Verdict.of(
          "nothing is lost",
          IntStream.range(1, 8).mapToObj(number -> "order " + number + " is lost").toList());

  @TempDir private Path folder;

  @Test
  void whatWasKeptIsGood() {
    SaleResult result = result(KEPT, SKIPPED);

    assertThat(result.isKept()).isTrue();
    assertThat(report(result).summary())
        .contains("yes      all is well\n")
        .contains("skipped  it is empty\n         there is none\n")
        .contains("Nothing was oversold, lost or done twice.");
  }

  @Test
  void whatBrokeIsNamed() {
    SaleResult result = result(KEPT, BROKEN);

    assertThat(result.isKept()).isFalse();
    assertThat(report(result).summary())
        .contains("NO       nothing is lost\n         order 1 is lost\n")
        .contains("         order 5 is lost\n         and 2 more\n")
        .contains("It did not hold: 1 promises were broken.");
  }

  @Test
  void theReportShowsWhatWasDone() throws Exception {
    report(result(KEPT)).write(folder.resolve("sale.md"));

    assertThat(Files.readString(folder.resolve("sale.md")))
        .contains("`bench/flash-sale --buyers 10 --units 5 ")
        .contains("10 buyers in 30 s: 1 orders, 0 turned away")
        .contains("node-2 for 4.5 s")
        .contains("| node-2 | killed | 3.0 s | 7.5 s | 4.5 s |")
        .doesNotContain("started")
        .contains("(sale.svg)");
    assertThat(folder.resolve("sale.svg")).content().contains(">node-2<").contains("1/s");
  }

  private static SaleReport report(SaleResult result) {
    return new SaleReport(
        FlashSaleOptions.parse(List.of("--buyers", "10", "--units", "5")), result);
  }

  private static SaleResult result(Verdict... verdicts) {
    Timeline timeline = new Timeline();
    timeline.count(Event.ORDER);
    timeline.add(new Outage("node-2", "started", Duration.ZERO, Duration.ofMillis(500)));
    timeline.add(new Outage("node-2", "killed", seconds(4), Duration.ofMillis(8_500)));
    return new SaleResult(
        timeline,
        seconds(1),
        seconds(31),
        Optional.of(seconds(2)),
        1,
        new Tally(),
        List.of("confirmed: 1"),
        List.of(verdicts));
  }

  private static Duration seconds(int count) {
    return Duration.ofSeconds(count);
  }
}
