package dev.quartermaster.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Some jobs under fire, on the package. */
class JobsIT {
  private final Output output = new Output();

  @Test
  void eachJobIsDoneOnceAndNoneStandsStill() throws Exception {
    int exitCode =
        Jobs.run(
            List.of("--jobs", "300", "--clients", "8", "--kill-every", "4"),
            Path.of(".."),
            output.screen());

    assertThat(exitCode).as(output.messages() + output.results()).isZero();
    assertThat(output.results())
        .contains("300 jobs on 2 nodes", "not done, or more than once: 0", "left in a queue: 0");
  }
}
