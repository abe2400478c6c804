package dev.quartermaster.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quartermaster.architecture.rules.ArchitectureRules;
import dev.quartermaster.architecture.rules.NamedRule;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The kept results are those of the mutations that there are, and these still fit the code. */
class MutationResultsTest {

  @Test
  void everyRuleHasAMutation() {
    assertThat(Mutation.all())
        .extracting(Mutation::expectedRule)
        .containsAll(ArchitectureRules.all().stream().map(NamedRule::name).toList());
  }

  @Test
  void everyMutationFitsTheCode() {
    for (Mutation mutation : Mutation.all()) {
      assertThatCode(() -> mutation.sources(TheHouse.FOLDER)).doesNotThrowAnyException();
    }
  }

  @Test
  void everyMutationWasCaughtByTheRightRule() throws IOException {
    List<MutationResult> results =
        List.of(new ObjectMapper().readValue(MutationResult.FILE.toFile(), MutationResult[].class));
    assertThat(results)
        .extracting(MutationResult::name)
        .containsExactlyElementsOf(Mutation.all().stream().map(Mutation::name).toList());
    assertThat(results).allMatch(result -> result.caughtBy().contains(result.expected()));
    assertThat(results)
        .extracting(MutationResult::expected)
        .containsExactlyElementsOf(Mutation.all().stream().map(Mutation::expectedRule).toList());
  }
}
