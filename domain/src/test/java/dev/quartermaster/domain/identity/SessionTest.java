package dev.quartermaster.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SessionTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private final Session session =
      Session.start(
          new SessionId(UUID.randomUUID()),
          new UserId(UUID.randomUUID()),
          new Client("203.0.113.7", "curl/8.5.0"),
          START);

  @Test
  void isActiveUntilItExpires() {
    assertThat(session.isActive(START)).isTrue();
    assertThat(session.isActive(START.plus(Duration.ofDays(7)).minusNanos(1))).isTrue();
    assertThat(session.isActive(START.plus(Duration.ofDays(7)))).isFalse();
  }

  @Test
  void endsWhenRevoked() {
    Session revoked = session.revoked(START.plusSeconds(5));
    assertThat(revoked.isActive(START.plusSeconds(5))).isFalse();
    assertThat(revoked.revokedAt()).contains(START.plusSeconds(5));
  }

  @Test
  void endingItTwiceChangesNothing() {
    Session revoked = session.revoked(START.plusSeconds(5));
    assertThat(revoked.revoked(START.plusSeconds(9))).isEqualTo(revoked);
  }

  @Test
  void theCurrentTokenMovesItOn() {
    Instant later = START.plus(Duration.ofDays(6));
    Session successor = rotated(session, 0, later);
    assertThat(successor)
        .isEqualTo(
            new Session(
                session.id(),
                session.userId(),
                session.client(),
                session.createdAt(),
                1,
                later,
                later.plus(Duration.ofDays(7)),
                session.revokedAt()));
  }

  @Test
  void thePredecessorsTokenIsRepeatedForTenSeconds() {
    Session successor = rotated(session, 0, START.plusSeconds(60));
    for (int seconds : new int[] {0, 1, 10}) {
      assertThat(successor.refresh(0, START.plusSeconds(60 + seconds)))
          .isEqualTo(new Session.Repeated());
    }
  }

  @Test
  void laterReuseOfThePredecessorsTokenEndsTheSession() {
    Session successor = rotated(session, 0, START.plusSeconds(60));
    Instant tooLate = START.plusSeconds(70).plusNanos(1);
    assertThat(successor.refresh(0, tooLate))
        .isEqualTo(new Session.Reused(successor.revoked(tooLate)));
  }

  @Test
  void aTokenOfTwoGenerationsAgoEndsTheSessionAtOnce() {
    Session second = rotated(rotated(session, 0, START), 1, START);
    assertThat(second.refresh(0, START)).isEqualTo(new Session.Reused(second.revoked(START)));
  }

  @Test
  void anEndedSessionIsNotRefreshed() {
    Session revoked = session.revoked(START);
    assertThat(revoked.refresh(0, START)).isEqualTo(new Session.Refused());
  }

  @Test
  void anExpiredSessionIsNotRefreshed() {
    assertThat(session.refresh(0, session.expiresAt())).isEqualTo(new Session.Refused());
  }

  @Property
  void aTokenOfAnyOtherGenerationNeverRefreshes(
      @ForAll @IntRange(min = 0, max = 20) int generation,
      @ForAll @IntRange(min = 0, max = 20) int presented,
      @ForAll @IntRange(min = 0, max = 30) int secondsSinceRotation) {
    Session current = session;
    for (int next = 0; next < generation; next++) {
      current = rotated(current, next, START);
    }
    Session.Refresh refresh = current.refresh(presented, START.plusSeconds(secondsSinceRotation));
    if (presented == generation) {
      assertThat(refresh).isInstanceOf(Session.Rotated.class);
    } else if (presented == generation - 1 && secondsSinceRotation <= 10) {
      assertThat(refresh).isEqualTo(new Session.Repeated());
    } else {
      assertThat(refresh).isInstanceOf(Session.Reused.class);
    }
  }

  private static Session rotated(Session session, int presented, Instant at) {
    Session.Refresh refresh = session.refresh(presented, at);
    assertThat(refresh).isInstanceOf(Session.Rotated.class);
    return ((Session.Rotated) refresh).successor();
  }
}
