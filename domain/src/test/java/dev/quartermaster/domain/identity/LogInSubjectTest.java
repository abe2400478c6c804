package dev.quartermaster.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogInSubjectTest {

  @Test
  void accountsAndAddressesAreCountedApart() {
    assertThat(LogInSubject.account("203.0.113.7")).isNotEqualTo(from("203.0.113.7"));
  }

  @Test
  void eachAddressIsCountedForItself() {
    assertThat(from("203.0.113.7").name()).isEqualTo("address:203.0.113.7");
    assertThat(from("203.0.113.8")).isNotEqualTo(from("203.0.113.7"));
  }

  @Test
  void theAddressesOfOneNetworkCountTogether() {
    assertThat(from("2001:db8:1:2:ffff:ffff:ffff:ffff")).isEqualTo(from("2001:db8:1:2::1"));
    assertThat(from("2001:db8:1:3::1")).isNotEqualTo(from("2001:db8:1:2::1"));
  }

  @Test
  void theProgramDoesNotMatter() {
    assertThat(LogInSubject.address(new Client("203.0.113.7", "curl")))
        .isEqualTo(from("203.0.113.7"));
  }

  private static LogInSubject from(String address) {
    return LogInSubject.address(new Client(address, ""));
  }
}
