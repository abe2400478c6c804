package dev.quartermaster.bench;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntentTest {

  @Test
  void ofAnyHundredBuyersInARowSomeDoEachThing() {
    Map<Intent, Long> counts =
        IntStream.range(2_000_000_000, 2_000_000_100)
            .mapToObj(Intent::of)
            .collect(groupingBy(intent -> intent, counting()));

    assertThat(counts).containsOnlyKeys(Intent.values()).containsEntry(Intent.PAYS, 60L);
  }

  @Test
  void aDozenBuyersInARowDoSeveralThings() {
    assertThat(IntStream.range(0, 12).mapToObj(Intent::of).distinct().count()).isGreaterThan(3);
  }
}
