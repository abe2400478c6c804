package dev.quartermaster.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogInSubjectTest {

  @Test
  void accountsAndAddressesAreCountedApart() {
    assertThat(LogInSubject.account("203.0.113.7"))
        .isNotEqualTo(LogInSubject.address("203.0.113.7"));
  }

  @Test
  void anAddressOfTheOldKindCountsAsItIs() {
    assertThat(LogInSubject.address("203.0.113.7").name()).isEqualTo("address:203.0.113.7");
    assertThat(LogInSubject.address("203.0.113.8"))
        .isNotEqualTo(LogInSubject.address("203.0.113.7"));
    assertThat(LogInSubject.address("::ffff:203.0.113.7"))
        .isEqualTo(LogInSubject.address("203.0.113.7"));
  }

  @Test
  void theAddressesOfOneNetworkCountTogether() {
    LogInSubject network = LogInSubject.address("2001:db8:1:2::1");

    assertThat(network.name()).isEqualTo("address:2001:db8:1:2:0:0:0:0/64");
    assertThat(LogInSubject.address("2001:db8:1:2:ffff:ffff:ffff:ffff")).isEqualTo(network);
    assertThat(LogInSubject.address("2001:db8:1:3::1")).isNotEqualTo(network);
  }

  @Test
  void whatIsNoAddressCountsAsItIs() {
    assertThat(LogInSubject.address("").name()).isEqualTo("address:");
    assertThat(LogInSubject.address("unknown").name()).isEqualTo("address:unknown");
  }
}
