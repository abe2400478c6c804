package dev.quartermaster.domain.shared;

import java.util.Set;

/** The version a caller believes a thing to have, so that no update is lost. */
public sealed interface ExpectedVersion {

  /** The caller takes whatever version there is. */
  record Any() implements ExpectedVersion {}

  /**
   * The caller has read one of these versions.
   *
   * @param versions the acceptable versions
   */
  record OneOf(Set<Long> versions) implements ExpectedVersion {
    public OneOf {
      versions = Set.copyOf(versions);
    }
  }

  /** Accepts every version. */
  static ExpectedVersion any() {
    return new Any();
  }

  /** Accepts this version only. */
  static ExpectedVersion of(long version) {
    return new OneOf(Set.of(version));
  }

  /**
   * Compares with the stored version.
   *
   * @throws StaleVersion when the stored version is none of the expected ones
   */
  default void check(long actual) {
    switch (this) {
      case Any() -> {}
      case OneOf(var versions) -> {
        if (!versions.contains(actual)) {
          throw new StaleVersion(actual);
        }
      }
    }
  }
}
