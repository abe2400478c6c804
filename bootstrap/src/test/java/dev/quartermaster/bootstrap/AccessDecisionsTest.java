package dev.quartermaster.bootstrap;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccessDecisionsTest {
  private static final String ONLY_HERE = "resources-that-no-application-has";

  @Test
  void anEndpointWithoutDecisionIsNamed() {
    assertThatExceptionOfType(CannotStartException.class)
        .isThrownBy(
            () ->
                AccessDecisions.requireIn(Stream.of(String.class, Decided.class, Undecided.class)))
        .withMessageStartingWith(
            "nobody has decided who may call %s.forget; annotate with", Undecided.class.getName());
  }

  @Test
  void aDecisionOnTheClassIsOneForAllItsEndpoints() {
    assertThatCode(() -> AccessDecisions.requireIn(Stream.of(Decided.class)))
        .doesNotThrowAnyException();
  }

  @Path("/undecided")
  @IfBuildProfile(ONLY_HERE)
  public static class Undecided {
    @GET
    @PermitAll
    public String read() {
      return "";
    }

    @DELETE
    public void forget() {}

    public void helpOthers() {}
  }

  @Path("/decided")
  @IfBuildProfile(ONLY_HERE)
  @Authenticated
  public static class Decided {
    @GET
    public String read() {
      return "";
    }
  }
}
