package dev.quartermaster.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ExpectedVersionTest {

  @Property
  void anyAcceptsEveryVersion(@ForAll long actual) {
    assertThatCode(() -> ExpectedVersion.any().check(actual)).doesNotThrowAnyException();
  }

  @Property
  void aVersionAcceptsItselfOnly(@ForAll long expected, @ForAll long actual) {
    ExpectedVersion version = ExpectedVersion.of(expected);
    assertThatCode(() -> version.check(expected)).doesNotThrowAnyException();
    if (actual != expected) {
      assertThatExceptionOfType(StaleVersion.class).isThrownBy(() -> version.check(actual));
    }
  }

  @Test
  void severalAcceptEachOfThem() {
    ExpectedVersion versions = new ExpectedVersion.OneOf(Set.of(2L, 5L));
    assertThatCode(() -> versions.check(2)).doesNotThrowAnyException();
    assertThatCode(() -> versions.check(5)).doesNotThrowAnyException();
    assertThatExceptionOfType(StaleVersion.class)
        .isThrownBy(() -> versions.check(3))
        .satisfies(
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(ErrorKind.STALE_VERSION);
              assertThat(refusal.detail()).contains("version 3");
            });
  }

  @Test
  void noneAcceptsNothing() {
    assertThatExceptionOfType(StaleVersion.class)
        .isThrownBy(() -> new ExpectedVersion.OneOf(Set.of()).check(1));
  }
}
