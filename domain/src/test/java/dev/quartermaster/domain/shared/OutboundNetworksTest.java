package dev.quartermaster.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundNetworksTest {
  private static final OutboundNetworks OPEN_ONES = new OutboundNetworks(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "93.184.215.14",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2606:2800:21f:cb07:6820:80da:af6b:8b2c",
        "2a00:1450:4001::1",
        "64:ff9b::5db8:d70e"
      })
  void whatIsOpenToAllIsConnectedTo(String address) {
    assertThat(OPEN_ONES.permit(InetAddress.ofLiteral(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.0",
        "10.255.255.255",
        "100.64.0.0",
        "100.100.100.200",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.255",
        "168.63.129.16",
        "169.254.0.0",
        "169.254.169.254",
        "169.254.255.255",
        "172.16.0.0",
        "172.31.255.255",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.0",
        "192.168.255.255",
        "198.18.0.0",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::7f00:1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "3fff::1",
        "4000::1",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fdff::1",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void whatIsReservedIsNot(String address) {
    assertThat(OPEN_ONES.permit(InetAddress.ofLiteral(address))).isFalse();
    assertThat(OPEN_ONES.allow(InetAddress.ofLiteral(address))).isFalse();
  }

  @Test
  void whatIsAllowedIsConnectedToAndNothingBesideIt() {
    OutboundNetworks networks = allowing("10.1.0.0/16", "fd12::/16");

    assertThat(networks.permit(InetAddress.ofLiteral("10.1.255.255"))).isTrue();
    assertThat(networks.permit(InetAddress.ofLiteral("::ffff:10.1.2.3"))).isTrue();
    assertThat(networks.permit(InetAddress.ofLiteral("64:ff9b::a01:203"))).isTrue();
    assertThat(networks.permit(InetAddress.ofLiteral("fd12::1"))).isTrue();
    assertThat(networks.permit(InetAddress.ofLiteral("10.2.0.0"))).isFalse();
    assertThat(networks.permit(InetAddress.ofLiteral("fd13::1"))).isFalse();
    assertThat(networks.permit(InetAddress.ofLiteral("127.0.0.1"))).isFalse();
  }

  @Test
  void whatIsOpenToAllIsNotAllowedByThatAlone() {
    OutboundNetworks networks = allowing("10.0.0.0/8");

    assertThat(networks.allow(InetAddress.ofLiteral("10.0.0.1"))).isTrue();
    assertThat(networks.allow(InetAddress.ofLiteral("93.184.215.14"))).isFalse();
  }

  private static OutboundNetworks allowing(String... ranges) {
    return new OutboundNetworks(
        Stream.of(ranges).map(range -> NetworkRange.parse(range).orElseThrow()).toList());
  }
}
