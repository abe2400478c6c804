package dev.quartermaster.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DomainExceptionTest {

  @Test
  void namesEveryFieldAtFault() {
    FieldError name = new FieldError("name", "must not be empty");
    FieldError price = new FieldError("price.amount", "must not be negative");
    InvalidInput refusal = new InvalidInput(List.of(name, price));
    assertThat(refusal.fieldErrors()).containsExactly(name, price);
    assertThat(refusal.detail()).isEqualTo("2 fields need mending.");
    assertThat(refusal.kind()).isEqualTo(ErrorKind.INVALID_INPUT);
    assertThat(refusal.code()).isEqualTo("validation-failed");
  }

  @Test
  void aSingleFieldAtFaultIsNamedInTheDetail() {
    assertThat(InvalidInput.of("name", "must not be empty").detail())
        .isEqualTo("name: must not be empty");
  }

  @Test
  void saysWhatIsMissing() {
    NotFound refusal = new NotFound("order", "42");
    assertThat(refusal.detail()).contains("order 42");
    assertThat(refusal.kind()).isEqualTo(ErrorKind.NOT_FOUND);
    assertThat(refusal.fieldErrors()).isEmpty();
  }

  @Test
  void anUnavailableNeighbourKeepsItsCauseForTheLogOnly() {
    IllegalStateException cause = new IllegalStateException("password=secret");
    Unavailable refusal = new Unavailable("The database", cause);
    assertThat(refusal).hasCause(cause);
    assertThat(refusal.detail()).startsWith("The database").doesNotContain("secret");
    assertThat(refusal.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
  }

  @Test
  void anUnavailableNeighbourMayHaveNoCause() {
    assertThat(new Unavailable("The database", null)).hasNoCause();
  }
}
