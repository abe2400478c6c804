package dev.quartermaster.architecture;

import dev.quartermaster.architecture.rules.Verdict;

/** Says which rule was broken, and where; no stack trace could add to that. */
final class BrokenRule extends AssertionError {
  private static final long serialVersionUID = 1L;

  BrokenRule(Verdict verdict) {
    this(
        verdict.rule()
            + " is broken, because "
            + verdict.because()
            + ":\n  "
            + String.join("\n  ", verdict.violations()));
  }

  BrokenRule(String message) {
    super(message);
    setStackTrace(new StackTraceElement[0]);
  }
}
