package dev.quartermaster.bench;

import java.util.List;
import java.util.stream.IntStream;

/** What a buyer who got a piece does with the order, and how the order is to end. */
enum Intent {
  PAYS(60, "pm_ok", "confirmed"),
  PAYS_WHAT_FAILS_TWICE(9, "pm_flaky", "confirmed"),
  PAYS_WITHOUT_GETTING_AN_ANSWER(9, "pm_lost_reply", "confirmed"),
  PAYS_SLOWLY(3, "pm_slow", "confirmed"),
  PAYS_AT_THE_SECOND_TRY(6, "pm_declined", "confirmed"),
  CANCELS_WHEN_DECLINED(3, "pm_declined", "cancelled"),
  WALKS_AWAY(4, "", "expired"),
  PAYS_AND_IS_SENT_IT(4, "pm_ok", "shipped"),
  PAYS_AND_SENDS_IT_BACK(2, "pm_ok", "refunded");

  private static final List<Intent> HUNDRED =
      List.of(values()).stream()
          .flatMap(intent -> IntStream.range(0, intent.percent).mapToObj(_ -> intent))
          .toList();

  /** Has no divisor in common with a hundred: neighbours differ, and a hundred buyers do it all. */
  private static final int STEP = 37;

  private final int percent;
  private final String method;
  private final String end;

  Intent(int percent, String method, String end) {
    this.percent = percent;
    this.method = method;
    this.end = end;
  }

  static Intent of(int buyer) {
    return HUNDRED.get((int) ((long) buyer * STEP % HUNDRED.size()));
  }

  /** By what the buyer pays first. */
  String method() {
    return method;
  }

  /** The status in which the order ends. */
  String end() {
    return end;
  }
}
