package dev.quartermaster.architecture.rules;

/** Among which classes a rule looks. */
public enum Scope {
  /** What runs: see {@link ProductionClasses}. */
  PRODUCTION,
  /** What runs, the testkit and all tests: see {@link AllClasses}. */
  WITH_TESTS
}
