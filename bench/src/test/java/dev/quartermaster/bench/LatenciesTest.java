package dev.quartermaster.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  @Test
  void nothingMeasuredIsZero() {
    assertThat(new Latencies(List.of()).percentile(99)).isZero();
  }

  @Test
  void oneMeasurementIsEveryPercentile() {
    Latencies one = new Latencies(List.of(Duration.ofMillis(7)));

    assertThat(one.percentile(1)).hasMillis(7);
    assertThat(one.percentile(50)).hasMillis(7);
    assertThat(one.percentile(99)).hasMillis(7);
  }

  @Test
  void theNearestRankIsAMeasurementWhateverTheOrder() {
    Latencies thousand =
        new Latencies(
            IntStream.rangeClosed(1, 1_000).mapToObj(n -> Duration.ofMillis(1_001 - n)).toList());

    assertThat(thousand.percentile(50)).hasMillis(500);
    assertThat(thousand.percentile(99)).hasMillis(990);
    assertThat(thousand.percentile(100)).hasMillis(1_000);
  }

  @Test
  void aRankBetweenTwoMeasurementsIsTheSlowerOne() {
    Latencies three =
        new Latencies(List.of(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(3)));

    assertThat(three.percentile(50)).hasMillis(2);
    assertThat(three.percentile(67)).hasMillis(3);
  }
}
