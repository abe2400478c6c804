package dev.quartermaster.bench;

import java.util.List;
import java.util.Optional;

/**
 * Whether one thing that was promised was kept.
 *
 * @param claim the promise
 * @param breaches what breaks it
 * @param skipped why it could not be looked at, if so
 */
record Verdict(String claim, List<String> breaches, Optional<String> skipped) {
  Verdict {
    breaches = List.copyOf(breaches);
  }

  static Verdict of(String claim, List<String> breaches) {
    return new Verdict(claim, breaches, Optional.empty());
  }

  static Verdict skipped(String claim, String why) {
    return new Verdict(claim, List.of(), Optional.of(why));
  }

  boolean isKept() {
    return breaches.isEmpty();
  }

  /** In one word. */
  String word() {
    return skipped.isPresent() ? "skipped" : isKept() ? "yes" : "NO";
  }
}
