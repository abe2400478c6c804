package dev.quartermaster.bench;

import dev.quartermaster.bench.Timeline.Event;
import dev.quartermaster.bench.Timeline.Outage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws a sale over time: what was sold, and a lane for each node and neighbour. */
final class SalePicture {
  private static final int WIDTH = 960;
  private static final int LEFT = 90;
  private static final int RIGHT = 20;
  private static final int TOP = 40;
  private static final int CHART = 240;
  private static final int LANE = 26;
  private static final int BAR = 14;
  private static final int SECONDS_BETWEEN_MARKS = 10;
  private static final int WIDEST_MARKS = 12;

  private final SaleResult result;
  private final int first;
  private final int seconds;
  private final List<String> lanes;
  private final int most;

  SalePicture(SaleResult result) {
    this.result = result;
    this.first = (int) result.opened().toSeconds();
    this.seconds = (int) result.closed().toSeconds() + 1 - first;
    this.lanes = result.faults().stream().map(Outage::what).distinct().sorted().toList();
    this.most = most();
  }

  String svg() {
    int height = TOP + CHART + 40 + lanes.size() * LANE + 10;
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" font-family="sans-serif" font-size="12" role="img">
        <title>A flash sale under fire</title>
        <rect width="%1$d" height="%2$d" fill="#fff"/>
        %3$s%4$s%5$s%6$s</svg>
        """
        .formatted(WIDTH, height, legend(), chart(), axis(), lanes());
  }

  private String legend() {
    return """
        <rect x="90" y="14" width="12" height="12" fill="#c9ced6"/><text x="108" y="24">turned away, a second</text>
        <rect x="270" y="14" width="12" height="12" fill="#2f6fdb"/><text x="288" y="24">orders, a second</text>
        <rect x="420" y="14" width="12" height="12" fill="#18864b"/><text x="438" y="24">payments, a second</text>
        <rect x="590" y="14" width="12" height="12" fill="#d33a2c"/><text x="608" y="24">away</text>
        """;
  }

  private String chart() {
    return line("#c9ced6", second -> count(Event.REFUSAL, second))
        + line("#2f6fdb", second -> count(Event.ORDER, second))
        + line("#18864b", second -> count(Event.PAYMENT, second))
        + "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%d/s</text>\n"
            .formatted(LEFT - 8, TOP + 10, most)
        + "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">0</text>\n".formatted(LEFT - 8, TOP + CHART);
  }

  private String line(String colour, ToIntFunction<Integer> value) {
    String points =
        IntStream.range(0, seconds)
            .mapToObj(
                second ->
                    number(x(second + 0.5))
                        + ","
                        + number(TOP + CHART - CHART * (double) value.applyAsInt(second) / most))
            .collect(Collectors.joining(" "));
    return "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>\n"
        .formatted(points, colour);
  }

  private String axis() {
    int apart =
        Math.max(
            SECONDS_BETWEEN_MARKS,
            seconds / WIDEST_MARKS / SECONDS_BETWEEN_MARKS * SECONDS_BETWEEN_MARKS);
    return IntStream.iterate(0, second -> second <= seconds, second -> second + apart)
        .mapToObj(
            second ->
                "<text x=\"%s\" y=\"%d\" text-anchor=\"middle\">%d s</text>\n"
                    .formatted(number(x(second)), TOP + CHART + 18, second))
        .collect(Collectors.joining());
  }

  private String lanes() {
    return IntStream.range(0, lanes.size()).mapToObj(this::lane).collect(Collectors.joining());
  }

  private String lane(int index) {
    int y = TOP + CHART + 40 + index * LANE;
    String what = lanes.get(index);
    return Stream.concat(
            Stream.of(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n"
                    .formatted(LEFT - 8, y + BAR - 2, what),
                bar("#bfe3cd", result.opened(), result.closed(), y)),
            result.faults().stream()
                .filter(outage -> outage.what().equals(what))
                .map(outage -> bar("#d33a2c", outage.from(), outage.to(), y)))
        .collect(Collectors.joining());
  }

  private String bar(String colour, Duration from, Duration to, int y) {
    double left = x(second(from));
    double right = Math.max(left + 1, x(Math.min(second(to), seconds)));
    return "<rect x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\" fill=\"%s\"/>\n"
        .formatted(number(left), y, number(right - left), BAR, colour);
  }

  private double second(Duration time) {
    return time.toMillis() / 1_000.0 - first;
  }

  private double x(double second) {
    return LEFT + (WIDTH - LEFT - RIGHT) * second / seconds;
  }

  private int count(Event event, int second) {
    return result.timeline().count(event, first + second);
  }

  private int most() {
    int most =
        IntStream.range(0, seconds)
            .flatMap(second -> Stream.of(Event.values()).mapToInt(event -> count(event, second)))
            .max()
            .orElse(0);
    return Math.max(1, most);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
