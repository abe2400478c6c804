package dev.quartermaster.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobsOptionsTest {

  @Test
  void everythingCanBeNamed() {
    assertThat(
            JobsOptions.parse(
                List.of(
                    "--jobs",
                    "20",
                    "--nodes",
                    "3",
                    "--clients",
                    "4",
                    "--kill-every",
                    "5",
                    "--seed",
                    "6")))
        .isEqualTo(new JobsOptions(20, 3, 4, Duration.ofSeconds(5), 6));
  }

  @Test
  void thereAreTenThousandJobsUnlessItIsToldOtherwise() {
    JobsOptions options = JobsOptions.parse(List.of());
    assertThat(options.jobs()).isEqualTo(10_000);
    assertThat(options.nodes()).isEqualTo(2);
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThatExceptionOfType(InvalidArguments.class)
        .isThrownBy(() -> JobsOptions.parse(List.of("--jobs", "none")));
    assertThatExceptionOfType(InvalidArguments.class)
        .isThrownBy(() -> JobsOptions.parse(List.of("file")));
  }
}
