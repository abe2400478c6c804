package dev.quartermaster.bench;

import dev.quartermaster.bench.Timeline.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells people what came of a sale. */
final class SaleReport {
  private static final int MOST_BREACHES_SHOWN = 5;

  private final FlashSaleOptions options;
  private final SaleResult result;

  SaleReport(FlashSaleOptions options, SaleResult result) {
    this.options = options;
    this.result = result;
  }

  /** For the terminal. */
  String summary() {
    return "%s%n%s%n%s%n"
        .formatted(
            figures().stream().map(figure -> figure + "\n").collect(Collectors.joining()),
            result.verdicts().stream()
                .map(
                    verdict ->
                        "%-8s %s\n%s".formatted(verdict.word(), verdict.claim(), indented(verdict)))
                .collect(Collectors.joining()),
            conclusion());
  }

  /**
   * Writes the report in Markdown, and its picture beside it.
   *
   * @throws BenchFailed when that is impossible
   */
  void write(Path file) {
    String name = file.getFileName().toString().replaceFirst("\\.md$", "");
    Path picture = file.resolveSibling(name + ".svg");
    try {
      Files.writeString(picture, new SalePicture(result).svg());
      Files.writeString(file, markdown(picture.getFileName().toString()));
    } catch (IOException failure) {
      throw new BenchFailed(file + ": can't be written: " + failure);
    }
  }

  private String markdown(String picture) {
    return """
        # A flash sale under fire

        Made by `bench/flash-sale %s`.

        %s

        ![Orders and refusals a second, and when which node, Redis and PostgreSQL were away](%s)

        %s
        ## What had to hold

        | | |
        |---|---|
        %s
        ## What was done to it

        | what | how | from | until | away |
        |---|---|---|---|---|
        %s"""
        .formatted(
            options.line(),
            conclusion(),
            picture,
            figures().stream().map(figure -> "- " + figure + "\n").collect(Collectors.joining()),
            result.verdicts().stream().map(SaleReport::row).collect(Collectors.joining()),
            result.faults().stream().map(this::row).collect(Collectors.joining()));
  }

  private List<String> figures() {
    Timeline timeline = result.timeline();
    Duration sale = result.closed().minus(result.opened());
    return List.of(
        "%d buyers in %d s: %d orders, %d turned away"
            .formatted(
                options.buyers(),
                sale.toSeconds(),
                timeline.total(Event.ORDER),
                timeline.total(Event.REFUSAL)),
        "orders in the end: " + String.join(", ", result.orders()),
        "%d nodes, killed %d times; away: %s"
            .formatted(options.nodes(), result.kills(), String.join(", ", away())),
        "sent again, as it was answered by: " + result.retries(),
        result
            .converged()
            .map(time -> "settled " + tenths(time) + " s after the last fault")
            .orElse("not settled in time"));
  }

  private List<String> away() {
    Map<String, Duration> away = new TreeMap<>();
    result.faults().forEach(fault -> away.merge(fault.what(), fault.length(), Duration::plus));
    return away.entrySet().stream()
        .map(lane -> "%s for %s s".formatted(lane.getKey(), tenths(lane.getValue())))
        .toList();
  }

  private String conclusion() {
    return result.isKept()
        ? "Nothing was oversold, lost or done twice."
        : "It did not hold: "
            + result.verdicts().stream().filter(verdict -> !verdict.isKept()).count()
            + " promises were broken.";
  }

  private static String indented(Verdict verdict) {
    return details(verdict).stream()
        .map(detail -> "         " + detail + "\n")
        .collect(Collectors.joining());
  }

  private static String row(Verdict verdict) {
    String details =
        details(verdict).stream().map(detail -> "<br>" + detail).collect(Collectors.joining());
    return "| %s | %s%s |\n".formatted(verdict.word(), verdict.claim(), details);
  }

  private static List<String> details(Verdict verdict) {
    if (verdict.skipped().isPresent()) {
      return List.of(verdict.skipped().get());
    }
    List<String> breaches = verdict.breaches();
    if (breaches.size() <= MOST_BREACHES_SHOWN) {
      return breaches;
    }
    return Stream.concat(
            breaches.stream().limit(MOST_BREACHES_SHOWN),
            Stream.of("and " + (breaches.size() - MOST_BREACHES_SHOWN) + " more"))
        .toList();
  }

  private String row(Timeline.Outage outage) {
    return "| %s | %s | %s s | %s s | %s s |\n"
        .formatted(
            outage.what(),
            outage.cause(),
            tenths(outage.from().minus(result.opened())),
            tenths(outage.to().minus(result.opened())),
            tenths(outage.length()));
  }

  private static String tenths(Duration time) {
    return "%.1f".formatted(time.toMillis() / 1_000.0);
  }
}
