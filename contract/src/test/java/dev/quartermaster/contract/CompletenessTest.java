package dev.quartermaster.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quartermaster.contract.Description.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The description leaves nothing to be guessed. */
class CompletenessTest {
  private static final String PROBLEM = "application/problem+json";

  private final Description description = Description.current();

  @Test
  void everyMemberParameterAndHeaderIsDescribed() {
    List<String> silent = new ArrayList<>();
    description.walk(
        (pointer, node) -> {
          if (pointer.endsWith("/properties")) {
            // What stands there are members, whatever they are called.
            return;
          }
          node.path("properties")
              .properties()
              .forEach(
                  member -> {
                    if (!isDescribed(member.getValue())) {
                      silent.add(pointer + "/properties/" + member.getKey());
                    }
                  });
          node.path("headers")
              .properties()
              .forEach(
                  header -> {
                    if (!isDescribed(description.resolved(header.getValue()))) {
                      silent.add(pointer + "/headers/" + header.getKey());
                    }
                  });
          node.path("parameters")
              .forEach(
                  parameter -> {
                    if (!isDescribed(description.resolved(parameter))) {
                      silent.add(pointer + "/parameters/" + parameter.path("name").asText());
                    }
                  });
        });
    description
        .document()
        .requiredAt("/components/schemas")
        .properties()
        .forEach(
            schema -> {
              if (!isDescribed(schema.getValue())) {
                silent.add(schema.getKey());
              }
            });

    assertThat(silent).as("what has no description").isEmpty();
  }

  @Test
  void everyOperationIsNamedSummedUpAndGuardedOrOpen() {
    List<Operation> operations = description.operations();

    assertThat(operations)
        .hasSizeGreaterThan(30)
        .allSatisfy(
            operation -> {
              JsonNode described = operation.description();
              assertThat(described.path("operationId").asText()).isNotEmpty();
              assertThat(described.path("summary").asText()).isNotEmpty();
              assertThat(described.path("tags")).isNotEmpty();
              assertThat(described.path("security")).isNotEmpty();
            });
    assertThat(operations)
        .extracting(operation -> operation.description().path("operationId").asText())
        .doesNotHaveDuplicates();
  }

  @Test
  void everyTagIsDescribed() {
    Set<String> described =
        description
            .document()
            .required("tags")
            .valueStream()
            .filter(CompletenessTest::isDescribed)
            .map(tag -> tag.required("name").textValue())
            .collect(Collectors.toSet());
    Set<String> used = new HashSet<>();
    description
        .operations()
        .forEach(
            operation ->
                operation.description().required("tags").forEach(tag -> used.add(tag.textValue())));

    assertThat(described).containsExactlyInAnyOrderElementsOf(used);
  }

  @Test
  void everyFailureIsAProblemThatIsNamed() {
    for (Operation operation : description.operations()) {
      operation
          .description()
          .required("responses")
          .properties()
          .forEach(
              response -> {
                if (response.getKey().matches("[45].*")) {
                  JsonNode content =
                      description.resolved(response.getValue()).path("content").path(PROBLEM);
                  assertThat(content.path("schema").path("$ref").asText())
                      .as("%s: %s", operation, response.getKey())
                      .isEqualTo("#/components/schemas/Problem");
                  assertThat(content.path("examples"))
                      .as("%s: %s", operation, response.getKey())
                      .isNotEmpty()
                      .allSatisfy(
                          example ->
                              assertThat(description.resolved(example).at("/value/status").asText())
                                  .isEqualTo(response.getKey()));
                }
              });
      assertThat(operation.description().required("responses").propertyStream())
          .as("statuses of %s", operation)
          .extracting(response -> response.getKey())
          .contains("400", "406", "500", "503");
    }
  }

  private static boolean isDescribed(JsonNode node) {
    return !node.path("description").asText().isBlank();
  }
}
