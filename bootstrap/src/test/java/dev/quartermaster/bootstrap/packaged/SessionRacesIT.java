package dev.quartermaster.bootstrap.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where refreshing goes wrong elsewhere, on two nodes of one shop. */
class SessionRacesIT {
  @TempDir private static Path home;
  private static RunningNode one;
  private static RunningNode other;

  private String accessToken;
  private String refreshToken;

  @BeforeAll
  static void start() throws Exception {
    one = RunningNode.start(home.resolve("one"));
    other = RunningNode.start(home.resolve("other"), one.data().settingsOfAnotherNode());
  }

  @AfterAll
  static void end() throws Exception {
    for (RunningNode node : Stream.of(other, one).filter(Objects::nonNull).toList()) {
      node.close();
    }
  }

  @BeforeEach
  void logIn() throws Exception {
    Answer tokens = Shop.logIn(one, Shop.signUp(one)).expecting(200);
    accessToken = tokens.json().getString("token");
    refreshToken = successor(tokens);
  }

  @Test
  void concurrentRefresh() throws Exception {
    List<Callable<Answer>> refreshes = new ArrayList<>();
    refreshes.addAll(Collections.nCopies(25, () -> Shop.refresh(one, refreshToken)));
    refreshes.addAll(Collections.nCopies(25, () -> Shop.refresh(other, refreshToken)));

    List<Answer> answers = AtOnce.send(refreshes);

    assertThat(answers).hasSize(50).allMatch(answer -> answer.status() == 200);
    assertThat(answers.stream().map(SessionRacesIT::successor).distinct()).hasSize(1);
    Shop.refresh(other, successor(answers.getFirst())).expecting(200);
  }

  /** Tokens that told their age by the second would be the same here. */
  @Test
  void sameSecondReplay() throws Exception {
    String second = successor(Shop.refresh(one, refreshToken).expecting(200));
    String third = successor(Shop.refresh(other, second).expecting(200));
    assertThat(List.of(refreshToken, second, third)).doesNotHaveDuplicates();

    Shop.refresh(one, refreshToken).expecting(401);

    Shop.refresh(other, third).expecting(401);
    Shop.me(new Caller(other.address(), accessToken)).expecting(401);
  }

  @Test
  void refreshAgainstRevoke() throws Exception {
    List<Callable<Answer>> race = new ArrayList<>();
    race.addAll(Collections.nCopies(10, () -> Shop.refresh(one, refreshToken)));
    race.addAll(Collections.nCopies(10, () -> Shop.refresh(other, refreshToken)));
    race.add(
        10,
        () ->
            new Caller(other.address(), accessToken)
                .post("/api/v1/auth/logout", "{\"refreshToken\":\"%s\"}".formatted(refreshToken)));

    List<Answer> answers = AtOnce.send(race);

    assertThat(answers.get(10).status()).isEqualTo(204);
    assertThat(answers).allMatch(answer -> List.of(200, 204, 401).contains(answer.status()));
    for (Answer winner : answers.stream().filter(answer -> answer.status() == 200).toList()) {
      Shop.refresh(one, successor(winner)).expecting(401);
      Shop.me(new Caller(one.address(), winner.json().getString("token"))).expecting(401);
    }
    Shop.refresh(other, refreshToken).expecting(401);
  }

  @Test
  void twoTabs() throws Exception {
    Answer tab = Shop.refresh(one, refreshToken).expecting(200);
    Answer otherTab = Shop.refresh(other, refreshToken).expecting(200);

    assertThat(successor(otherTab)).isEqualTo(successor(tab));
    Shop.me(new Caller(other.address(), tab.json().getString("token"))).expecting(200);
    Shop.me(new Caller(one.address(), otherTab.json().getString("token"))).expecting(200);
  }

  @Test
  void lostReplyThenRetry() throws Exception {
    Shop.refresh(one, refreshToken).expecting(200);

    Answer retried = Shop.refresh(other, refreshToken).expecting(200);

    Answer next = Shop.refresh(one, successor(retried)).expecting(200);
    Shop.me(new Caller(other.address(), next.json().getString("token"))).expecting(200);
  }

  private static String successor(Answer tokens) {
    return tokens.json().getString("refreshToken");
  }
}
