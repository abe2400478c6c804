package dev.quartermaster.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever guesses at a password learns neither it nor whether there is such an account. */
@EndToEnd
class LockedAccountTest {
  private static final String WRONG = "wrong-horse-battery";

  @Test
  void knownAndUnknownAccountsAreLockedAlike() {
    String known = Shop.signedUp();
    String unknown = Shop.newEmail();

    List<AnswerShape> ofKnown = tried(known);
    List<AnswerShape> ofUnknown = tried(unknown);

    assertThat(ofKnown).isEqualTo(ofUnknown);
    assertThat(ofKnown.subList(0, 10)).allMatch(answer -> answer.status() == 401);
    assertThat(ofKnown.subList(10, 12))
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isEqualTo(423);
              assertThat(answer.code()).isEqualTo("account-locked");
              assertThat(answer.headers()).contains("Retry-After");
            });
  }

  @Test
  void theRightPasswordIsLockedOutToo() {
    String email = Shop.signedUp();
    IntStream.range(0, 10).forEach(_ -> Shop.logIn(email, WRONG).then().statusCode(401));

    Response locked = Shop.logIn(email, Shop.PASSWORD);

    assertThat(AnswerShape.of(locked)).isEqualTo(AnswerShape.of(Shop.logIn(email, WRONG)));
    assertThat(locked.statusCode()).isEqualTo(423);
    assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(1, 60);
    assertThat(locked.<String>path("detail")).contains(locked.header("Retry-After"));
  }

  @Test
  void whoIsSignedInIsNotTurnedOut() {
    String email = Shop.signedUp();
    String token = Shop.logIn(email, Shop.PASSWORD).then().statusCode(200).extract().path("token");
    IntStream.range(0, 11).forEach(_ -> Shop.logIn(email, WRONG));

    Shop.logIn(email, Shop.PASSWORD).then().statusCode(423);
    Shop.as(token).get(Shop.API + "/users/me").then().statusCode(200);
  }

  private static List<AnswerShape> tried(String email) {
    return IntStream.range(0, 12).mapToObj(_ -> AnswerShape.of(Shop.logIn(email, WRONG))).toList();
  }
}
