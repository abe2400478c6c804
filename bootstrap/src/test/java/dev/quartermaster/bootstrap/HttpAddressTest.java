package dev.quartermaster.bootstrap;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class HttpAddressTest {

  @Test
  void anyFreePortIsFree() {
    assertThatCode(() -> new HttpAddress("127.0.0.1", 0).requireFree()).doesNotThrowAnyException();
  }

  @Test
  void aPortThatSomebodyListensOnIsInUse() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> new HttpAddress("0.0.0.0", other.getLocalPort()).requireFree())
          .isInstanceOf(CannotStartException.class)
          .hasMessage(HttpAddress.inUse(other.getLocalPort()));
    }
  }

  @Test
  void anAddressOfAnotherMachineNamesItsSetting() {
    assertThatThrownBy(() -> new HttpAddress("192.0.2.1", 0).requireFree())
        .isInstanceOf(CannotStartException.class)
        .hasMessageStartingWith("QUARKUS_HTTP_HOST is '192.0.2.1'");
  }
}
