package dev.quartermaster.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Whoever copies an example of the description sends or reads something valid. */
class ExamplesTest {
  private final Description description = Description.current();

  @Test
  void everyExampleIsWhatItsSchemaSays() {
    SoftAssertions all = new SoftAssertions();
    Examples.of(description)
        .forEach(
            example ->
                all.assertThat(Examples.faults(example, description))
                    .as("%s: %s", example.pointer(), example.value())
                    .isEmpty());
    all.assertAll();
    assertThat(Examples.of(description)).hasSizeGreaterThan(100);
  }

  @Test
  void aWrongExampleIsFoundWhereverItStands() {
    Description wrong = description.copy();
    ObjectNode problem = wrong.object("/components/examples/sku-taken/value");
    problem.put("status", "409");
    wrong.object("/components/schemas/Money/properties/currency").putArray("examples").add("euro");
    wrong.object("/components/headers/RateLimit-Reset").put("example", -1);
    wrong.object("/components/parameters/IdempotencyKey").put("example", "");

    assertThat(Examples.of(wrong))
        .filteredOn(example -> !Examples.faults(example, wrong).isEmpty())
        .extracting(Examples.Example::pointer)
        .contains(
            "/components/schemas/Money/properties/currency/examples",
            "/components/headers/RateLimit-Reset/example",
            "/components/parameters/IdempotencyKey/example")
        .anyMatch(pointer -> pointer.endsWith("/examples/sku-taken"));
  }
}
