package dev.quartermaster.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClientAddressTest {
  private static final ClientAddress BEHIND_PROXIES =
      new ClientAddress(List.of("10.0.0.0/8", "192.0.2.1", "2001:db8:1::/48"));

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, ''",
    "203.0.113.7, 198.51.100.1",
    "203.0.113.7, 10.0.0.1",
    "2001:db8:2::7, 198.51.100.1",
  })
  void whatAnUntrustedPeerForwardsChangesNothing(String peer, String forwardedFor) {
    assertThat(client(BEHIND_PROXIES, peer, forwardedFor)).isEqualTo(address(peer));
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, 203.0.113.7, 203.0.113.7",
    "192.0.2.1, 203.0.113.7, 203.0.113.7",
    "2001:db8:1::5, 2001:db8:9::7, 2001:db8:9::7",
    "::ffff:10.1.2.3, 203.0.113.7, 203.0.113.7",
    "10.1.2.3, '203.0.113.7, 10.9.9.9, 192.0.2.1', 203.0.113.7",
    "10.1.2.3, '1.1.1.1, 203.0.113.7', 203.0.113.7",
    "10.1.2.3, '1.1.1.1, 203.0.113.7, 10.9.9.9', 203.0.113.7",
    "10.1.2.3, '10.4.4.4, 10.9.9.9', 10.4.4.4",
    "10.1.2.3, '', 10.1.2.3",
    "10.1.2.3, 203.0.113.7:4711, 203.0.113.7",
    "10.1.2.3, [2001:db8:9::7]:4711, 2001:db8:9::7",
    "10.1.2.3, ::ffff:203.0.113.7, 203.0.113.7",
  })
  void theClientIsWhoTheLastTrustedProxyNames(String peer, String forwardedFor, String client) {
    assertThat(client(BEHIND_PROXIES, peer, forwardedFor)).isEqualTo(address(client));
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, unknown, 10.1.2.3",
    "10.1.2.3, '203.0.113.7, nonsense', 10.1.2.3",
    "10.1.2.3, '203.0.113.7, nonsense, 10.9.9.9', 10.9.9.9",
    "10.1.2.3, '203.0.113.7, 300.1.1.1', 10.1.2.3",
    "10.1.2.3, '203.0.113.7, 12345', 10.1.2.3",
    "10.1.2.3, proxy.example, 10.1.2.3",
  })
  void theWayEndsWhereItIsMalformed(String peer, String forwardedFor, String client) {
    assertThat(client(BEHIND_PROXIES, peer, forwardedFor)).isEqualTo(address(client));
  }

  @Test
  void nobodyIsTrustedByDefault() {
    assertThat(client(new ClientAddress(List.of()), "127.0.0.1", "203.0.113.7"))
        .isEqualTo(address("127.0.0.1"));
  }

  @Test
  void aRangeOfMappedAddressesIsOneOfIpv4() {
    assertThat(client(new ClientAddress(List.of("::ffff:10.0.0.0/104")), "10.1.2.3", "203.0.113.7"))
        .isEqualTo(address("203.0.113.7"));
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.0/33", "2001:db8::/129", "10.0.0", "proxy.example", "''", "10.0.0.0/", "/8"})
  void refusesWhatIsNoRange(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ClientAddress(List.of(text)));
  }

  private static InetAddress client(ClientAddress addresses, String peer, String forwardedFor) {
    return addresses.of(
        address(peer), forwardedFor.isEmpty() ? List.of() : List.of(forwardedFor.split(", ")));
  }

  private static InetAddress address(String text) {
    return InetAddress.ofLiteral(text);
  }
}
